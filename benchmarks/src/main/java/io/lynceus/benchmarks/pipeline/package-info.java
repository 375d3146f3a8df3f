/// Throughput of the whole suite, beside a pipeline of the same hops that only passes the bytes through.
///
/// Start at [io.lynceus.benchmarks.pipeline.PipelineLoad].
@NullMarked
package io.lynceus.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
