/// The export in the layout of the national teacher system: a teacher's school year in whole
/// credits, with the exact amount and what rounding made of it beside it.
///
/// Start with `NationalExportSource`.
@NullMarked
package io.credithub.flow.report.national;

import org.jspecify.annotations.NullMarked;
