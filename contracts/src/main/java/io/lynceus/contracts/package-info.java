/// Wire records, topic names, JSON Schemas with examples, AsyncAPI.
@NullMarked
package io.lynceus.contracts;

import org.jspecify.annotations.NullMarked;
