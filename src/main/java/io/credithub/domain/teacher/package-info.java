/// Who a teacher is. Number, ID document, name and birth date are weighed against each other; no
/// file and no record makes one person into another.
@NullMarked
package io.credithub.domain.teacher;

import org.jspecify.annotations.NullMarked;
