/// What the bench asks the registry. Nothing of a hub that serves. Begin with `PostgresBench`.
@NullMarked
package io.credithub.store.bench;

import org.jspecify.annotations.NullMarked;
