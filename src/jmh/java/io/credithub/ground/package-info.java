/// How fast the ground floor is, on one core and without anything around it: awards and standings,
/// measured by JMH. Not part of the hub.
///
/// Start with [io.credithub.ground.AwardsBenchmark].
@NullMarked
package io.credithub.ground;

import org.jspecify.annotations.NullMarked;
