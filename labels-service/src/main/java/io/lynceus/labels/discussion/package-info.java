/// Comments on sources: posting, mentions of catalogue names, reports and moderation.
@NullMarked
package io.lynceus.labels.discussion;

import org.jspecify.annotations.NullMarked;
