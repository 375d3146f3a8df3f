/// JMH kernels, pipeline load, comparison with peers.
@NullMarked
package io.lynceus.benchmarks;

import org.jspecify.annotations.NullMarked;
