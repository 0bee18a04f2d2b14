/// Whether the hub works: checks, gauges, alarms. Nothing here mends anything. Begin with
/// `HealthConfig`.
@NullMarked
package io.credithub.app.health;

import org.jspecify.annotations.NullMarked;
