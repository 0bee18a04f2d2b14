/// The reconciliation statement of a school year, and its roll-up by division: what is asked of the
/// registry, and how a document is made of the answers.
///
/// Start with [StatementReport].
@NullMarked
package io.credithub.flow.report.year;

import org.jspecify.annotations.NullMarked;
