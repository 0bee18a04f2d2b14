package io.credithub.demo.answer;

import java.util.List;

/// What one teacher's trainings of the cycle must come to, in hundredths of a credit.
///
/// @param years of the five school years in order, self-directed results in full
/// @param selfDirected of the five school years in order, in full
/// @param unregistered how many of the five came before the confirmation or transfer: their credits
///   are posted and never recognised
/// @param decidedLess 0 or less: what decided school years leave out of what the ledger holds of
///   them
/// @param records how many records are in force, those that earn nothing included
public record ExpectedCredits(
        String teacherNo,
        List<Long> years,
        List<Long> selfDirected,
        int unregistered,
        long decidedLess,
        int records) {
    private static final long SELF_DIRECTED_CAP = 2000;

    /// As posted: before any cap.
    public long total() {
        return sum(years, 0);
    }

    /// Self-directed results of all five years, as posted.
    public long selfDirectedTotal() {
        return sum(selfDirected, 0);
    }

    /// Self-directed results as far as the cycle's cap of 20 credits lets them count.
    public long selfDirectedRecognised() {
        return Math.min(sum(selfDirected, unregistered), SELF_DIRECTED_CAP);
    }

    /// Whether the cap of the cycle takes something of a school year: the earlier years go first.
    ///
    /// @param year counted from the cycle's first
    boolean isCut(int year) {
        if (year < unregistered) return false;
        long before = 0;
        for (int i = unregistered; i < year; i++) before += selfDirected.get(i);
        long own = selfDirected.get(year);
        return own > 0 && before + own > SELF_DIRECTED_CAP;
    }

    /// Everything, as far as confirmation and cap let it count.
    public long recognised() {
        return sum(years, unregistered)
                - sum(selfDirected, unregistered)
                + selfDirectedRecognised()
                + decidedLess;
    }

    private static long sum(List<Long> hundredths, int from) {
        return hundredths.stream().skip(from).mapToLong(Long::longValue).sum();
    }

    /// No number of a teacher.
    @Override
    public String toString() {
        return "Answer[" + years + ", " + selfDirected + ", " + unregistered + ", " + records + "]";
    }
}
