/// Start and end of the hub: what the environment says, the database, the routes, the wiring. What
/// runs afterwards is `app.work`. Begin with `RunningHub`.
@NullMarked
package io.credithub.app.start;

import org.jspecify.annotations.NullMarked;
