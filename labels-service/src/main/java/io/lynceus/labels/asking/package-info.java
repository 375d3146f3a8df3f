/// Which source a volunteer is asked about next, and how interesting each source is.
///
/// Start at [io.lynceus.labels.asking.Subjects]; the choice is made by [io.lynceus.labels.asking.AskingPolicy].
@NullMarked
package io.lynceus.labels.asking;

import org.jspecify.annotations.NullMarked;
