/// Wires the domain into Quarkus.
@NullMarked
package io.lynceus.labels.config;

import org.jspecify.annotations.NullMarked;
