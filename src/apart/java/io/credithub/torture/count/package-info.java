/// What must be there, what is there, and the comparison, record by record. Nothing here asks the
/// hub to mend anything. Begin with `Count`.
@NullMarked
package io.credithub.torture.count;

import org.jspecify.annotations.NullMarked;
