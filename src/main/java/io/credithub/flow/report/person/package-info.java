/// Papers about one teacher: the statement of a cycle, which the teacher takes away and an office
/// files, and the certificate of credits on one sheet. Both name a person. Begin with
/// `TeacherStatementSource` and `CertificateReportSource`.
@NullMarked
package io.credithub.flow.report.person;

import org.jspecify.annotations.NullMarked;
