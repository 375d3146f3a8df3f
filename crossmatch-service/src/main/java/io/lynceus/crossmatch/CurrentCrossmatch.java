package io.lynceus.crossmatch;

/// The cross-match with the catalogues now in use. It changes when another version is put to use.
///
/// Callers take it once for a batch, so that all its detections meet the same versions.
@FunctionalInterface
public interface CurrentCrossmatch {
    Crossmatch now();
}
