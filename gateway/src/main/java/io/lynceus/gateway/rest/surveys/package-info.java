/// Catalogues in, classes out.
@NullMarked
package io.lynceus.gateway.rest.surveys;

import org.jspecify.annotations.NullMarked;
