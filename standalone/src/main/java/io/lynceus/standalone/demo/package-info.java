/// The demonstration: a simulated survey through the real suite, and how well the suite did.
///
/// Start at [DemoCommand]. [ClassificationWatch] follows the stream, [DemoReport] compares what it saw with the truth.
@NullMarked
package io.lynceus.standalone.demo;

import org.jspecify.annotations.NullMarked;
