package io.credithub.domain.programme;

/// Why the register stays as it is.
public enum RegisterRefusal {
    /// It is the programme's own name.
    OWN_NAME,
    /// The programme has as many aliases as one may have.
    TOO_MANY_ALIASES,
    /// It was joined to another: that one is what counts.
    IS_JOINED,
    /// Both codes find one entry already.
    SAME_ENTRY,
    /// It stands for itself.
    NOT_JOINED,
    IS_WITHDRAWN,
    NOT_WITHDRAWN,
    /// The register has as many entries as it may have.
    TOO_MANY_ENTRIES
}
