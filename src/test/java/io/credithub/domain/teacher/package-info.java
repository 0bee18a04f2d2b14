/// Who a teacher is.
@NullMarked
package io.credithub.domain.teacher;

import org.jspecify.annotations.NullMarked;
