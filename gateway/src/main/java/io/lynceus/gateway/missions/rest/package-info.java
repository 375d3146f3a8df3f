/// The route of the missions: bands, containment and names, as `missions.yaml` says.
@NullMarked
package io.lynceus.gateway.missions.rest;

import org.jspecify.annotations.NullMarked;
