/// A survey of the X-ray sky drawn from a seed, with the truth behind it.
///
/// Start at [Survey]: it holds the sources as they are, the detections as missions would report them, and writes the
/// reference catalogues in which the sources' counterparts lie among objects of the field. Detections show only what a
/// mission measures, so the suite can be run against a sky whose answers are known.
///
/// What is taken from the literature is cited where it stands. Everything else is a choice, named as such: the
/// simulator tells whether the suite works, not what the sky is like.
@NullMarked
package io.lynceus.standalone.simulator;

import org.jspecify.annotations.NullMarked;
