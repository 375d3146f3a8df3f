/// What several benchmarks need: a folder that is deleted afterwards, and the check of an answer before it is timed.
@NullMarked
package io.lynceus.benchmarks.support;

import org.jspecify.annotations.NullMarked;
