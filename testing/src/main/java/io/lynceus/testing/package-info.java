/// Shared test support: real engines for Quarkus tests, architecture rules, golden files, shared data.
///
/// Start at [io.lynceus.testing.EngineResource] for a test that needs a broker or a database, and at
/// [io.lynceus.testing.ArchitectureRules] for the shape every service keeps.
@NullMarked
package io.lynceus.testing;

import org.jspecify.annotations.NullMarked;
