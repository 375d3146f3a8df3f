/// Methods of consensus on simulated crowds: how often they are right, how sure they are, how long they take.
@NullMarked
package io.lynceus.benchmarks.consensus;

import org.jspecify.annotations.NullMarked;
