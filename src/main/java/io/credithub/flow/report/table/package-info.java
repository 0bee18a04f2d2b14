/// Reports that are tables of sums and lists: breaks with their ages, the scorecard of sources, the
/// statistical return. Each has a source, a port that counts, and pure tables between the two.
///
/// Start with [BreakReportSource].
@NullMarked
package io.credithub.flow.report.table;

import org.jspecify.annotations.NullMarked;
