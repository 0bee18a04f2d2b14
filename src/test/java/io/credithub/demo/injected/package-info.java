/// Tests of what is planted.
@NullMarked
package io.credithub.demo.injected;

import org.jspecify.annotations.NullMarked;
