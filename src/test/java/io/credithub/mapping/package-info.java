/// What the door lets in, and what it says of the rest.
@NullMarked
package io.credithub.mapping;

import org.jspecify.annotations.NullMarked;
