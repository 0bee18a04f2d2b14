package io.credithub.domain.review;

/// Whose office somebody is of, as seen from the county whose statement it is.
public enum SignOffOffice {
    /// The county's own.
    COUNTY,
    /// The city's or the province's.
    ABOVE
}
