/// Settings of the service, and the domain made ready with them.
@NullMarked
package io.lynceus.classifier.config;

import org.jspecify.annotations.NullMarked;
