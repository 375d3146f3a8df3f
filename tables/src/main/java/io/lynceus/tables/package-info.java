/// Tables as astronomers have them, and the detections in them.
///
/// A [Table] is read row by row. A [TableMapping] gives the meaning of its columns, and a [MappingGuess] proposes one.
/// A [MappedRow] is the row as a detection, checked against the schema like one that comes over REST.
@NullMarked
package io.lynceus.tables;

import org.jspecify.annotations.NullMarked;
