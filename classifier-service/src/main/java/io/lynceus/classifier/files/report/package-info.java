/// An assessment as one HTML page, without scripts or external resources.
///
/// Start at [io.lynceus.classifier.files.report.AssessmentPage].
@NullMarked
package io.lynceus.classifier.files.report;

import org.jspecify.annotations.NullMarked;
