/// The report on a change of rules, of the register or of matching: who gains and who loses.
///
/// Start with `RuleImpactSource`.
@NullMarked
package io.credithub.flow.report.impact;

import org.jspecify.annotations.NullMarked;
