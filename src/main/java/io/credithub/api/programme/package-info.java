/// The register of official programmes: what is in it, and how it changes. Reading its files lies
/// in `reading`. Begin with `ProgrammeResource`.
@NullMarked
package io.credithub.api.programme;

import org.jspecify.annotations.NullMarked;
