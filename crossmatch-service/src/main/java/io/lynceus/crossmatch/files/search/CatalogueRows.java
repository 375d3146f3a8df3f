package io.lynceus.crossmatch.files.search;

import io.lynceus.crossmatch.match.MatchOptions;

/// A version of a catalogue, opened for the match of many positions at once, row by row. Safe for use by many threads.
public final class CatalogueRows {
    private final MappedCatalogue catalogue;

    public CatalogueRows(MappedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The match by separation alone.
    public BulkMatch match() {
        return new BulkMatch(catalogue.index());
    }

    /// The Bayesian match.
    ///
    /// @param completeness probability that a counterpart is in the catalogue, in (0, 1), where it does not say its
    /// own
    public BulkAssociation association(double completeness, MatchOptions options) {
        return new BulkAssociation(catalogue, completeness, options);
    }

    /// How many there are.
    public int count() {
        return catalogue.index().rows();
    }

    /// Name of a row in the catalogue.
    public String id(int row) {
        return catalogue.id(row);
    }

    /// Length of that name in UTF-8 [bytes].
    public int idBytes(int row) {
        return catalogue.idBytes(row);
    }

    /// Right ascension of a row at the catalogue's epoch [deg].
    public double raDeg(int row) {
        return catalogue.index().raDeg(row);
    }

    /// Declination of a row at the catalogue's epoch [deg].
    public double decDeg(int row) {
        return catalogue.index().decDeg(row);
    }
}
