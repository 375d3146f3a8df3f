/// Comments, reports and decisions of moderators in PostgreSQL.
@NullMarked
package io.lynceus.labels.discussion.storage;

import org.jspecify.annotations.NullMarked;
