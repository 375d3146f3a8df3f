/// REST: classify featured detections, read models, sources and their histories, run training jobs.
@NullMarked
package io.lynceus.classifier.rest;

import org.jspecify.annotations.NullMarked;
