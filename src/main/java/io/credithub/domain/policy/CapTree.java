package io.credithub.domain.policy;

/// The caps that bear on one sum of credits, inner before outer, as plain numbers. Arrays are not
/// to be changed.
///
/// @param row of the sum itself
/// @param caps number of each cap among the policy's lines
/// @param rows where each cap's part of the sum is
/// @param parents place, in these arrays, of the cap that each is within; -1: of none
/// @param limits in hundredths
/// @param yearly whether a limit is for each school year by itself
/// @param crossing whether a cap of the cycle lies within a cap of the year
public record CapTree(
        int row,
        int[] caps,
        int[] rows,
        int[] parents,
        long[] limits,
        boolean[] yearly,
        boolean crossing) {
    public int size() {
        return caps.length;
    }
}
