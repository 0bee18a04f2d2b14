/// Erasing a person: the request, its traces, and what is blotted out of payloads. It is carried
/// out by `store.erasure`. Begin with `Erasures`.
@NullMarked
package io.credithub.flow.erasure;

import org.jspecify.annotations.NullMarked;
