/// What is done to the hub, its database, its neighbours and its sources, and when. The hub itself
/// is `torture.hub`. Begin with `FaultPlan`.
@NullMarked
package io.credithub.torture.fault;

import org.jspecify.annotations.NullMarked;
