/// How claims are numbered and compared.
@NullMarked
package io.credithub.flow.recognition;

import org.jspecify.annotations.NullMarked;
