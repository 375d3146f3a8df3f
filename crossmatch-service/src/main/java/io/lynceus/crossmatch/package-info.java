/// Which X-ray source a detection is, what it is known as, what lies there at other wavelengths.
@NullMarked
package io.lynceus.crossmatch;

import org.jspecify.annotations.NullMarked;
