/// Reports as values: what a report is called, who it is about, its columns with types and units,
/// its rows and what they sum to. Nothing here knows how a report is written: the writers of
/// `hub.report` are told the same values, so that the totals of two formats cannot differ.
///
/// Start with [ReportHead] and [ReportTable]; [ReportFigure] says what each figure counts.
@NullMarked
package io.credithub.domain.report;

import org.jspecify.annotations.NullMarked;
