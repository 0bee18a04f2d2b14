/// The hub under torture as an operator has it: processes, its database, disks, signals. What is
/// done to it is `torture.fault`. Begin with `HubProcess`.
@NullMarked
package io.credithub.torture.hub;

import org.jspecify.annotations.NullMarked;
