/// Ports in memory, for tests that are not about them.
@NullMarked
package io.credithub.fakes;

import org.jspecify.annotations.NullMarked;
