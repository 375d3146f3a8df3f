/// Uploaded catalogue files, checked before any library reads them.
@NullMarked
package io.lynceus.gateway.surveys.files;

import org.jspecify.annotations.NullMarked;
