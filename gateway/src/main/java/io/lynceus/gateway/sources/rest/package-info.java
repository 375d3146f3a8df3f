/// The routes of classified sources: search, one source, its light curve and history.
@NullMarked
package io.lynceus.gateway.sources.rest;

import org.jspecify.annotations.NullMarked;
