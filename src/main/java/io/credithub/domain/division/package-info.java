/// Administrative divisions (行政区划): what a code is called, what it belongs to, in which school
/// years it holds, and which codes came after it. Plain values: the list comes from a file, and is
/// kept in the registry.
///
/// Start with [DivisionCatalogue].
@NullMarked
package io.credithub.domain.division;

import org.jspecify.annotations.NullMarked;
