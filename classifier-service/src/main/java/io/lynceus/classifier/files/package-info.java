/// Models and evaluation reports as JSON documents.
///
/// Start at [io.lynceus.classifier.files.ModelDocument].
@NullMarked
package io.lynceus.classifier.files;

import org.jspecify.annotations.NullMarked;
