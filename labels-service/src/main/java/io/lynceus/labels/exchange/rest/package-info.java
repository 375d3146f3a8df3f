/// Imports of Zooniverse classifications and exports as CSV or Parquet over HTTP.
@NullMarked
package io.lynceus.labels.exchange.rest;

import org.jspecify.annotations.NullMarked;
