/// The routes of votes, volunteers, label files and comments, all answered by labels-service.
@NullMarked
package io.lynceus.gateway.labels.rest;

import org.jspecify.annotations.NullMarked;
