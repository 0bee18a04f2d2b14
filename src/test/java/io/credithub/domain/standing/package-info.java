/// Where a teacher must stand.
@NullMarked
package io.credithub.domain.standing;

import org.jspecify.annotations.NullMarked;
