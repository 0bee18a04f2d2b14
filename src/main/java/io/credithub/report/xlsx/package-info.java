/// Reports as XLSX: a sheet with what stands above, one for each table, and one that defines the
/// figures. Rows go out as they come, whatever their number.
///
/// Start with [XlsxReport].
@NullMarked
package io.credithub.report.xlsx;

import org.jspecify.annotations.NullMarked;
