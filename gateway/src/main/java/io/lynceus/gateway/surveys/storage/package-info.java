/// Surveys, their portions and the rows under way in PostgreSQL.
@NullMarked
package io.lynceus.gateway.surveys.storage;

import org.jspecify.annotations.NullMarked;
