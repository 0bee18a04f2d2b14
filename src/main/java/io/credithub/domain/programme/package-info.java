/// Which training is which: programmes as sources name them, and the register of those that are
/// known officially. Who attended them is elsewhere. Begin with `ProgrammeRegister`.
@NullMarked
package io.credithub.domain.programme;

import org.jspecify.annotations.NullMarked;
