/// Comments and moderation over HTTP.
@NullMarked
package io.lynceus.labels.discussion.rest;

import org.jspecify.annotations.NullMarked;
