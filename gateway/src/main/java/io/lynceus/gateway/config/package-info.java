/// Settings, the OpenAPI document, and the wiring of the domain into Quarkus.
@NullMarked
package io.lynceus.gateway.config;

import org.jspecify.annotations.NullMarked;
