/// X-ray sources: which source a detection belongs to, and what later detections change about it.
///
/// Start at [io.lynceus.crossmatch.source.AssociationPolicy], a pure function of a detection and the known sources.
/// [io.lynceus.crossmatch.source.KnownSources] applies it to a batch, [io.lynceus.crossmatch.source.Reassessment] to
/// earlier detections near a source that has begun or moved.
@NullMarked
package io.lynceus.crossmatch.source;

import org.jspecify.annotations.NullMarked;
