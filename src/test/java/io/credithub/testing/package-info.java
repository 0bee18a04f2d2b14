/// What the tests share: a real PostgreSQL for all of them.
@NullMarked
package io.credithub.testing;

import org.jspecify.annotations.NullMarked;
