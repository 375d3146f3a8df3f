/// Files that come in from outside, which nobody trusts.
@NullMarked
package io.lynceus.gateway.files;

import org.jspecify.annotations.NullMarked;
