/// The routes that take detections, and the calls to cross-match, features and classifier.
@NullMarked
package io.lynceus.gateway.detections.rest;

import org.jspecify.annotations.NullMarked;
