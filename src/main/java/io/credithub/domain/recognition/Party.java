package io.credithub.domain.recognition;

/// The two sides of a recognition.
public enum Party {
    /// It enters what its teachers did, with evidence.
    SCHOOL,
    /// It checks and decides: the credit registration office of the county, or one above it.
    COUNTY
}
