/// Votes that come from other projects, and tables of votes for others.
@NullMarked
package io.lynceus.labels.exchange;

import org.jspecify.annotations.NullMarked;
