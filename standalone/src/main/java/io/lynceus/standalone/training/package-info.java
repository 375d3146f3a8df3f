/// Models from labelled samples: a table of sources with known classes, or a simulated survey.
///
/// Start at [ModelCommand]. Both kinds of sample go through the services' own code in this process, so a model is
/// fitted to the features it will see in service: [TableSample] and [SimulatedSample] make [LabelledSample]s.
@NullMarked
package io.lynceus.standalone.training;

import org.jspecify.annotations.NullMarked;
