/// The timers that move surveys on, and the removal of abandoned uploads.
@NullMarked
package io.lynceus.gateway.surveys.schedule;

import org.jspecify.annotations.NullMarked;
