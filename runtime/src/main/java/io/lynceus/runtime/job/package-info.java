/// Long work that an operator starts over REST, watches and can stop. Start with [io.lynceus.runtime.job.Jobs].
@NullMarked
package io.lynceus.runtime.job;

import org.jspecify.annotations.NullMarked;
