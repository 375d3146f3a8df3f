/// The database through Hibernate Reactive: transactions, columns of a batch, and faults that pass by themselves.
///
/// Start with [Transactions].
@NullMarked
package io.lynceus.runtime.storage;

import org.jspecify.annotations.NullMarked;
