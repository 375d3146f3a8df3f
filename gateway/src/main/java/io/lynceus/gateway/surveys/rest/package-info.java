/// The routes of surveys: upload, mapping, start and stop, and the download of the results.
@NullMarked
package io.lynceus.gateway.surveys.rest;

import org.jspecify.annotations.NullMarked;
