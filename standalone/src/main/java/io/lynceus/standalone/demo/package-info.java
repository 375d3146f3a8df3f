/// The demonstration: a simulated survey through the real suite, and how well the suite did.
///
/// Start at [DemoCommand]. [ClassificationWatch] follows the stream, and [DemoReport] compares its results with the
/// truth.
@NullMarked
package io.lynceus.standalone.demo;

import org.jspecify.annotations.NullMarked;
