/// Sign-off of a county's school year (签署): which steps it takes, who may take them, and which
/// figures are compared with what was signed. Pure.
///
/// Not here: what is frozen and signed, which is `flow.review`'s. Begin with `SignOffAct`.
@NullMarked
package io.credithub.domain.review;

import org.jspecify.annotations.NullMarked;
