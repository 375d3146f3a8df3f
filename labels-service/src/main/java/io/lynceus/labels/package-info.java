/// Volunteers' votes and their consensus.
@NullMarked
package io.lynceus.labels;

import org.jspecify.annotations.NullMarked;
