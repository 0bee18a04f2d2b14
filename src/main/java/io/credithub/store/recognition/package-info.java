/// Claims, their history, and what is pushed of them. The procedure is `flow.recognition`. Begin
/// with `PostgresClaims`.
@NullMarked
package io.credithub.store.recognition;

import org.jspecify.annotations.NullMarked;
