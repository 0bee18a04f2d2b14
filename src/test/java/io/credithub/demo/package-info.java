/// What the synthetic province promises.
@NullMarked
package io.credithub.demo;

import org.jspecify.annotations.NullMarked;
