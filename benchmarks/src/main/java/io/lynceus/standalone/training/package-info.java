/// What labelling is worth, measured with parts of model training that are nobody else's business.
@NullMarked
package io.lynceus.standalone.training;

import org.jspecify.annotations.NullMarked;
