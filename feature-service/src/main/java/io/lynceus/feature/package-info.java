/// The light curve of a source over all missions and the features of method.md.
@NullMarked
package io.lynceus.feature;

import org.jspecify.annotations.NullMarked;
