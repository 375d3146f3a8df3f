/// What every service runs on, one package for each thing it touches: the stream, the database, HTTP errors.
@NullMarked
package io.lynceus.runtime;

import org.jspecify.annotations.NullMarked;
