package io.credithub.flow.roster;

import io.credithub.domain.completion.Finding;
import java.util.List;
import java.util.Set;

/// What a batch of roster rows did to the registry.
///
/// @param touched numbers of the teachers that were added or changed
/// @param changedFacts those whose standing may differ now
/// @param moved those who belong to another county now
/// @param seen whom the rows were about, or may have been
/// @param withoutHome places in the batch of those who work away from a home school that nobody
///   knows the county of
public record Enrolled(
        int added,
        int changed,
        int unchanged,
        Set<Integer> touched,
        Set<Integer> changedFacts,
        Set<Integer> moved,
        Set<Integer> seen,
        List<RowRemark> told,
        List<Integer> withoutHome) {
    /// What is to be said of a row.
    ///
    /// @param index its place in the batch
    /// @param isRefused whether nothing was taken from it; else it is told and done
    public record RowRemark(int index, Finding finding, boolean isRefused) {}

    /// How many rows were refused.
    public int refused() {
        return Math.toIntExact(
                told.stream()
                        .filter(RowRemark::isRefused)
                        .mapToInt(RowRemark::index)
                        .distinct()
                        .count());
    }
}
