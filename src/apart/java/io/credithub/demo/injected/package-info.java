/// What goes wrong between systems, planted on purpose and known one by one: the same training
/// reported differently, vendors that overreach, records of nobody. What must become of each is the
/// answer key's. Begin with `InjectedKind`.
@NullMarked
package io.credithub.demo.injected;

import org.jspecify.annotations.NullMarked;
