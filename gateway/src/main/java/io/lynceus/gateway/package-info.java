/// The one public door: REST, stream, landing page.
@NullMarked
package io.lynceus.gateway;

import org.jspecify.annotations.NullMarked;
