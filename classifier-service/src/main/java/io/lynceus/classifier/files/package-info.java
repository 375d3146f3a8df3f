/// Models and evaluation reports as JSON documents: written by a fit, shipped with the service or laid in a folder.
///
/// Start at [io.lynceus.classifier.files.ModelDocument].
@NullMarked
package io.lynceus.classifier.files;

import org.jspecify.annotations.NullMarked;
