package io.credithub.flow;

import java.util.List;
import java.util.Set;

/// What a batch of roster rows did to the registry.
///
/// @param touched numbers of the teachers that were added or changed
/// @param changedFacts those whose standing may differ now
/// @param moved those who are in another county now
/// @param mismatched places in the batch whose number and document name different people
public record Enrolled(
        int added,
        int changed,
        int unchanged,
        Set<Integer> touched,
        Set<Integer> changedFacts,
        Set<Integer> moved,
        List<Integer> mismatched) {}
