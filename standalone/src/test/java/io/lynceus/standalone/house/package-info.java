/// Tests of the house itself: that documents, build and deployment files say what the code does.
@NullMarked
package io.lynceus.standalone.house;

import org.jspecify.annotations.NullMarked;
