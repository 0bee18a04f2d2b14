/// Who may see and do what, tried out.
@NullMarked
package io.credithub.security;

import org.jspecify.annotations.NullMarked;
