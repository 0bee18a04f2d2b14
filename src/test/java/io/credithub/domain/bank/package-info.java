/// What the credit bank does and refuses, by tables and laws.
@NullMarked
package io.credithub.domain.bank;

import org.jspecify.annotations.NullMarked;
