/// Laws of the procedure and of the appraisal.
@NullMarked
package io.credithub.domain.recognition;

import org.jspecify.annotations.NullMarked;
