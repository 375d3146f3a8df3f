/// Shared test support: embedded engines for Quarkus tests, architecture rules, golden files, shared data.
@NullMarked
package io.lynceus.testing;

import org.jspecify.annotations.NullMarked;
