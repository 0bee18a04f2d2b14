/// The order of work, tried out.
@NullMarked
package io.credithub.flow;

import org.jspecify.annotations.NullMarked;
