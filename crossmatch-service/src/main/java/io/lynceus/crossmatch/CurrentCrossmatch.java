package io.lynceus.crossmatch;

/// The cross-match with the catalogues now in use: it changes when a new version is imported.
///
/// Whoever looks up several detections as one piece of work takes it once, so that all of them meet the same versions.
@FunctionalInterface
public interface CurrentCrossmatch {
    Crossmatch now();
}
