/// HTTP: classify featured detections, look at models, sources and their histories.
@NullMarked
package io.lynceus.classifier.rest;

import org.jspecify.annotations.NullMarked;
