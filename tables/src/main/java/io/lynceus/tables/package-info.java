/// Tables as astronomers have them, and the detections in them.
///
/// A [Table] is read row by row. A [TableMapping] says which of its columns is what, a [MappingGuess] proposes one, and
/// a [MappedRow] is the row as a detection, held to the schema like one that comes over REST.
@NullMarked
package io.lynceus.tables;

import org.jspecify.annotations.NullMarked;
