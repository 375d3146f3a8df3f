/// How much the volunteers' labels improve the classifier, measured on simulated surveys.
@NullMarked
package io.lynceus.benchmarks.training;

import org.jspecify.annotations.NullMarked;
