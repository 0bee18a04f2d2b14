package io.credithub.flow.recognition;

/// A claim after an act on it.
///
/// @param repeated whether the same had been sent before; nothing was done again
public record ActedClaim(ToldClaim claim, boolean repeated) {}
