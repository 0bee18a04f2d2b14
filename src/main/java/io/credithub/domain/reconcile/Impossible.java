package io.credithub.domain.reconcile;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one person cannot have done, though each record by itself may be true. Looks at centralised
/// trainings that state their period; of any family.
record Impossible(MatchingRules rules) {
    /// Whether both say where, and it is not the same place. One body's name within another's, a
    /// university's and its school's, is one place.
    boolean isInTwoPlaces(Contender one, Contender other) {
        if (!one.record.isInOnePlace() || !other.record.isInOnePlace()) return false;
        String here = one.organiser();
        String there = other.organiser();
        return here != null
                && there != null
                && !here.contains(there)
                && !there.contains(here)
                && one.record.period().collides(other.record.period());
    }

    /// The first of those that count with which a record comes to more hours on some day than are
    /// plausible. Hours are spread evenly over a training's days.
    ///
    /// @param counting in the order of their rank
    @Nullable Contender tooManyHoursWith(Contender record, List<Contender> counting) {
        if (!record.record.isInOnePlace()) return null;
        TrainingDays period = record.record.period();
        List<Contender> meanwhile =
                counting.stream()
                        .filter(other -> other.record.isInOnePlace())
                        .filter(other -> other.record.period().overlaps(period))
                        .toList();
        // The sum is largest on a day on which one of them begins.
        for (Contender begins : meanwhile) {
            LocalDate day = later(period.first(), begins.record.period().first());
            List<Contender> thatDay =
                    meanwhile.stream().filter(other -> other.record.period().covers(day)).toList();
            if (isAboveMax(record, thatDay)) return thatDay.getFirst();
        }
        return null;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean isAboveMax(Contender record, List<Contender> others) {
        BigInteger hours = BigInteger.valueOf(record.record.centralisedHundredths());
        BigInteger days = BigInteger.valueOf(record.record.period().days());
        for (Contender other : others) {
            BigInteger itsHours = BigInteger.valueOf(other.record.centralisedHundredths());
            BigInteger itsDays = BigInteger.valueOf(other.record.period().days());
            hours = hours.multiply(itsDays).add(itsHours.multiply(days));
            days = days.multiply(itsDays);
        }
        return hours.compareTo(days.multiply(BigInteger.valueOf(rules.hoursADayMax()))) > 0;
    }
}
