/// Ports in memory, for tests that are not about them. Those of the ledger share one registry and
/// keep the promises of `contract`. Begin with `InMemoryFlow`.
@NullMarked
package io.credithub.fakes;

import org.jspecify.annotations.NullMarked;
