/// The column file: its layout, its writer and its memory-mapped reader.
///
/// Start at [io.lynceus.crossmatch.files.columns.ColumnLayout] and
/// [io.lynceus.crossmatch.files.columns.ColumnFileWriter].
@NullMarked
package io.lynceus.crossmatch.files.columns;

import org.jspecify.annotations.NullMarked;
