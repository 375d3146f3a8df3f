/// Data that services exchange with each other and with the world: wire records, topic names, JSON Schemas, CloudEvents
/// headers.
///
/// Start at [Topic]: each topic names its record and its schema. Wire names are snake_case and end in their unit.
/// These records carry no rules of the science; codecs in the services map them to domain types that do.
@NullMarked
package io.lynceus.contracts;

import org.jspecify.annotations.NullMarked;
