/// Tables of detections, as astronomers have them, onto the stream.
///
/// Start at [IngestCommand]. A [TableMapping] says which column is what; [DetectionRows] reads a table by it, each row
/// held to the schema like a detection that comes over REST; [DetectionProducer] puts detections on the topic.
@NullMarked
package io.lynceus.standalone.ingest;

import org.jspecify.annotations.NullMarked;
