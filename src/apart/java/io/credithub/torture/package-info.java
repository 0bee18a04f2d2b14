/// The torture of a built hub: faults in seeded order under load, and an independent count of every
/// acknowledged record at the end. Apart from the house: nothing of the hub's own code is used, so
/// that what it believes of itself cannot hide a loss.
///
/// Start with [io.credithub.torture.Torture] (one run) and [io.credithub.torture.count.Count] (how
/// lost and doubled are told). [io.credithub.torture.hub.FaultKind] lists the faults.
@NullMarked
package io.credithub.torture;

import org.jspecify.annotations.NullMarked;
