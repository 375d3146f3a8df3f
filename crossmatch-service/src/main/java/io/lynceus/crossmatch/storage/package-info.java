/// X-ray sources and detections in PostgreSQL.
@NullMarked
package io.lynceus.crossmatch.storage;

import org.jspecify.annotations.NullMarked;
