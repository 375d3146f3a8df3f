/// Volunteers, the ranking and personal data over HTTP.
@NullMarked
package io.lynceus.labels.people.rest;

import org.jspecify.annotations.NullMarked;
