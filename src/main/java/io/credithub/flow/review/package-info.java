/// Sign-off of a county's school year: preparing freezes a statement with all that it rests on,
/// approving and concluding lead to a signature that anybody can check, and what comes afterwards
/// is told against it. Who may take which step is `domain.review`'s; signing is `certificate`'s.
///
/// Begin with `PrepareSignOff` and `SignOffManifest`.
@NullMarked
package io.credithub.flow.review;

import org.jspecify.annotations.NullMarked;
