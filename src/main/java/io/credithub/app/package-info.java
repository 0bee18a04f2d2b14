/// The roof: start-up, wiring and the commands of the launcher.
///
/// Start reading at [HubMain]. A plain command runs without Quarkus and is over in a blink; only
/// the commands that serve boot the whole house. Nothing here decides about a credit.
@NullMarked
package io.credithub.app;

import org.jspecify.annotations.NullMarked;
