/// What stands above every report, the same for all of them: of whom, of when, by whom, narrowed by
/// what, and what the figures rest on.
///
/// Start with [ReportHeads].
@NullMarked
package io.credithub.flow.report.head;

import org.jspecify.annotations.NullMarked;
