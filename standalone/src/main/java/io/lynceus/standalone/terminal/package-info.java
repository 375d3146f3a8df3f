/// What a person sees on the terminal: progress and tables.
@NullMarked
package io.lynceus.standalone.terminal;

import org.jspecify.annotations.NullMarked;
