/// Settings of the service, and the beans of the domain made with them.
@NullMarked
package io.lynceus.classifier.config;

import org.jspecify.annotations.NullMarked;
