/// The API as its callers meet it.
@NullMarked
package io.credithub.api;

import org.jspecify.annotations.NullMarked;
