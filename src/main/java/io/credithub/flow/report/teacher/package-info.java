/// The report of teachers by verdict, from the lists that are kept. Begin with
/// `TeacherReportSource`.
@NullMarked
package io.credithub.flow.report.teacher;

import org.jspecify.annotations.NullMarked;
