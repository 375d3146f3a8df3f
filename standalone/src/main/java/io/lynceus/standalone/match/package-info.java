/// `lynceus match`: tables matched with each other as NWAY does, without the suite.
///
/// Start at [io.lynceus.standalone.match.MatchCommand].
@NullMarked
package io.lynceus.standalone.match;

import org.jspecify.annotations.NullMarked;
