/// Settings of the service, and the beans made from them.
@NullMarked
package io.lynceus.labels.config;

import org.jspecify.annotations.NullMarked;
