/// What the world sees under /api/v1.
@NullMarked
package io.lynceus.gateway.rest;

import org.jspecify.annotations.NullMarked;
