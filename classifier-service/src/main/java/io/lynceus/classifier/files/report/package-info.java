/// An assessment as a page for people: one HTML file without scripts or anything from elsewhere.
///
/// Start at [io.lynceus.classifier.files.report.AssessmentPage].
@NullMarked
package io.lynceus.classifier.files.report;

import org.jspecify.annotations.NullMarked;
