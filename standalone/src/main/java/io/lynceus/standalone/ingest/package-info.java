/// Tables of detections, as astronomers have them, onto the stream.
///
/// Start at [IngestCommand]. A [TableMapping] gives the meaning of the columns. [DetectionRows] reads a table by it and
/// checks each row against the schema, like a detection that comes over REST. [DetectionProducer] puts detections on
/// the topic.
@NullMarked
package io.lynceus.standalone.ingest;

import org.jspecify.annotations.NullMarked;
