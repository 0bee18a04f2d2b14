package io.credithub.domain.bank;

/// Why the bank does not do what it was asked. A closed list: each has a code of its own where the
/// answer is written.
public enum Refusal {
    /// There is an exemption of this kind for this school year already.
    EXEMPTED_ALREADY,
    /// Only a school year that is over can be decided.
    YEAR_NOT_OVER,
    /// The teacher's credits are not registered in that school year.
    YEAR_NOT_REGISTERED,
    /// The year was decided; it must be reopened first.
    YEAR_DECIDED
}
