/// What reports are made of, and what is kept of those that were made: figures, each in one
/// snapshot, lists by a cursor, and jobs with their files. What the proof counts too is counted by
/// the same words, which lie in the rooms below. What a report says of them is `flow.report`'s, how
/// it is written `report`'s.
///
/// Start with `PostgresYearFigures` and `PostgresReportJobs`.
@NullMarked
package io.credithub.store.report;

import org.jspecify.annotations.NullMarked;
