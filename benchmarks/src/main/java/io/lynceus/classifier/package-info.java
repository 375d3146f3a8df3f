/// Kernels of the classifier, in its package because its scorers are nobody else's.
@NullMarked
package io.lynceus.classifier;

import org.jspecify.annotations.NullMarked;
