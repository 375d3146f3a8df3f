/// Import of reference catalogues from foreign tables, as described in YAML.
///
/// Start at [io.lynceus.crossmatch.files.importing.CatalogueImport]. A description names a table's columns; every row
/// becomes a catalogue entry or is skipped with a reason. CSV is read here, row by row: a broken row costs only itself
/// and has a line number, and an id of digits stays text. VOTable, FITS and ECSV are read through STIL, Parquet
/// through DuckDB.
///
/// Source of the table formats: STIL, Taylor 2005, ASPC 347, 29.
@NullMarked
package io.lynceus.crossmatch.files.importing;

import org.jspecify.annotations.NullMarked;
