/// Divisions and schools, to be looked up; and who is registered where no county is. Begin with
/// `DivisionResource`.
@NullMarked
package io.credithub.api.division;

import org.jspecify.annotations.NullMarked;
