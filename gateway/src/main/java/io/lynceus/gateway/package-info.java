/// The gateway: the one public door of the suite, for REST, the event stream and the web pages.
///
/// Each feature has a package of its own, with its adapters below it. Start at
/// [io.lynceus.gateway.detections.ClassificationChain] for a classification at once, at
/// [io.lynceus.gateway.stream.Broadcast] for the event stream, and at [io.lynceus.gateway.AccessRules] for the
/// permissions of every route.
@NullMarked
package io.lynceus.gateway;

import org.jspecify.annotations.NullMarked;
