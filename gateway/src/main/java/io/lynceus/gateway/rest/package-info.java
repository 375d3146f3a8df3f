/// What all routes share: problem documents, entity tags, the size limit of bodies, the addresses of the pages.
@NullMarked
package io.lynceus.gateway.rest;

import org.jspecify.annotations.NullMarked;
