/// Volunteers: their skill, activity, badges, place in the ranking and personal data.
@NullMarked
package io.lynceus.labels.people;

import org.jspecify.annotations.NullMarked;
