/// Erasing a person: rows, claims, payloads, with the owner's rights. Who asks for it is
/// `flow.erasure`. Begin with `Erasing`.
@NullMarked
package io.credithub.store.erasure;

import org.jspecify.annotations.NullMarked;
