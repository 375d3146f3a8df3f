/// A survey of the X-ray sky drawn from a seed, with the truth behind it.
///
/// Start at [Survey]: it holds the true sources and the detections as missions would report them. It writes the
/// reference catalogues, in which the sources' counterparts lie among objects of the field. Detections show only what a
/// mission measures, so the suite can be run against a sky whose answers are known.
///
/// Numbers from the literature have their citation beside them. All others are choices, named as such. The simulator
/// shows whether the suite works, not what the sky is like.
@NullMarked
package io.lynceus.standalone.simulator;

import org.jspecify.annotations.NullMarked;
