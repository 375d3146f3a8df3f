/// Features and light curves over HTTP. Start with [FeatureResource].
@NullMarked
package io.lynceus.feature.rest;

import org.jspecify.annotations.NullMarked;
