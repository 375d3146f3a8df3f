/// Classifications in, consensus labels out.
@NullMarked
package io.lynceus.labels.messaging;

import org.jspecify.annotations.NullMarked;
