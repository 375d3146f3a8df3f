/// Configuration, made into the objects that the other packages use.
@NullMarked
package io.lynceus.crossmatch.config;

import org.jspecify.annotations.NullMarked;
