package io.credithub.domain.bank;

/// Why the bank does not do what it was asked. A closed list: each has a code of its own where the
/// answer is written.
public enum RefusalReason {
    /// There is an exemption of this kind for this school year already.
    EXEMPTED_ALREADY,
    /// Only a school year that is over can be decided.
    YEAR_NOT_OVER,
    /// The teacher's credits are not registered in that school year.
    YEAR_NOT_REGISTERED,
    /// The year was decided; it must be reopened first.
    YEAR_DECIDED,
    /// The ledger says what was decided or confirmed: there is nothing to confirm.
    NOT_IN_QUESTION,
    /// The policy does not lend.
    NO_LENDING,
    /// Credits are lent, and given back, only in the school year that they are for.
    NOT_THE_CURRENT_YEAR,
    /// A loan is open already; where loans are per form, one of this form.
    LENT_ALREADY,
    /// There was a loan in the year before, and the policy does not lend two years running.
    LENT_THE_YEAR_BEFORE,
    /// The year lacks nothing, so there is nothing to lend.
    NOTHING_MISSING,
    /// Loans are per form, and this is none that a yearly floor is asked of; or they are not, and
    /// one was named.
    NO_SUCH_FORM,
    /// More than is recognised and neither reserved nor used.
    NOT_ENOUGH_AVAILABLE,
    /// It was used or released before.
    RESERVATION_SETTLED,
    /// The teacher belongs to a school of another county, and only works here.
    NOT_THE_HOME_COUNTY
}
