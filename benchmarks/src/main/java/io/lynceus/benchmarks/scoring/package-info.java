/// Speed of the classifier: scores of many sources, and the search for the weights of paper mode.
@NullMarked
package io.lynceus.benchmarks.scoring;

import org.jspecify.annotations.NullMarked;
