/// What every contribution of a user must keep to: pseudonyms, plain text and rate limits.
@NullMarked
package io.lynceus.labels.conduct;

import org.jspecify.annotations.NullMarked;
