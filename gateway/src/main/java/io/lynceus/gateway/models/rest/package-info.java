/// The routes of models and their activation, answered by classifier-service.
@NullMarked
package io.lynceus.gateway.models.rest;

import org.jspecify.annotations.NullMarked;
