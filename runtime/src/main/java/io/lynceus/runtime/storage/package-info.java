/// The database: transactions that repeat what lost a race, and which faults pass by themselves.
@NullMarked
package io.lynceus.runtime.storage;

import org.jspecify.annotations.NullMarked;
