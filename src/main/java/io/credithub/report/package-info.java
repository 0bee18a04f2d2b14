/// Figures as tables: CSV for officials' spreadsheets, columns for a console. Rendering only: every
/// figure comes from `hub.flow` and is written as it is.
///
/// Start with [Table], the one shape between a report and its writers.
@NullMarked
package io.credithub.report;

import org.jspecify.annotations.NullMarked;
