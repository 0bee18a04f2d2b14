/// Whether a paper that somebody holds is the hub's: a certificate by its number, a printed report
/// by its verification code. Anybody may ask, so nobody is named. Begin with `VerifyPaper`.
@NullMarked
package io.credithub.flow.report.verify;

import org.jspecify.annotations.NullMarked;
