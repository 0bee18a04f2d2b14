/// Reports as CSV and JSON, and what the writers of all formats have in common; the tables of the
/// proof as CSV and for a console. Rendering only: every figure comes from `hub.flow` and is
/// written as it is.
///
/// Start with [CsvReport]; of the proof with [Table], the one shape between it and its writers.
@NullMarked
package io.credithub.report;

import org.jspecify.annotations.NullMarked;
