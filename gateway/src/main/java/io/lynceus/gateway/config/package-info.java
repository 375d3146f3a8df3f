/// Settings, readiness of the suite, and the wiring of the domain into Quarkus.
@NullMarked
package io.lynceus.gateway.config;

import org.jspecify.annotations.NullMarked;
