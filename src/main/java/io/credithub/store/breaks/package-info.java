/// Runs of reconciliation and their breaks as rows, and what the registry itself can differ in.
/// What other rooms know of, enrolment lists for one, they find themselves. Begin with
/// `PostgresBreakRuns`.
@NullMarked
package io.credithub.store.breaks;

import org.jspecify.annotations.NullMarked;
