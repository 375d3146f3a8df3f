/// Errors over HTTP as RFC 9457 problem documents: throw a [io.lynceus.runtime.problem.Problem].
@NullMarked
package io.lynceus.runtime.problem;

import org.jspecify.annotations.NullMarked;
