/// The whole suite on one machine: launcher, command line, survey simulator, demo.
@NullMarked
package io.lynceus.standalone;

import org.jspecify.annotations.NullMarked;
