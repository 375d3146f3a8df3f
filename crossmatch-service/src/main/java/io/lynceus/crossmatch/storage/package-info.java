/// Detections and X-ray sources in PostgreSQL.
@NullMarked
package io.lynceus.crossmatch.storage;

import org.jspecify.annotations.NullMarked;
