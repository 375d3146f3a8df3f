/// Catalogues that people have classified, row by row.
///
/// Start at [io.lynceus.gateway.surveys.Surveys], which keeps them.
@NullMarked
package io.lynceus.gateway.surveys;

import org.jspecify.annotations.NullMarked;
