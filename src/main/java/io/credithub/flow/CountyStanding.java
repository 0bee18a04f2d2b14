package io.credithub.flow;

import io.credithub.domain.Credits;

/// Where the teachers of a county are in a cycle.
///
/// @param teachers that have an entry in the cycle
/// @param qualified at the time of their last entry
public record CountyStanding(
        String division,
        int cycle,
        long teachers,
        long qualified,
        Credits earned,
        Credits recognised) {}
