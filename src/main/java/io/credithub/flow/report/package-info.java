/// Reports: who gathers one, who writes one, and the order of work between them. What a report says
/// is a value of `hub.domain.report`.
///
/// Who asks for one begins with [ReportJobs]: jobs are kept in the registry, made by [ReportDesk],
/// each by [MakeReport], and their files are kept for a while.
///
/// Start with [WriteReport].
@NullMarked
package io.credithub.flow.report;

import org.jspecify.annotations.NullMarked;
