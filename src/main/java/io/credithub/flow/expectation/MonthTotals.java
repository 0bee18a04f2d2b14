package io.credithub.flow.expectation;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A feed's month: what it declared beside what the registry has. A record belongs to the month of
/// its completion; one that was withdrawn, to that of its last content; one that was rejected, to
/// the month in which it was delivered, since its day may be what is wrong.
///
/// @param declared absent: nothing was
/// @param received `accepted + waiting + withdrawn + rejected`
/// @param accepted `inForce + aside + held + refused`
/// @param rejected records that are still rejected; neither their hours nor credits are known
/// @param persons distinct teachers of what is accepted
/// @param sourceCredits what the source itself says of what is accepted, where it says so
/// @param difference declared less what is here; absent: nothing was declared
public record MonthTotals(
        String feed,
        YearMonth month,
        @Nullable Declaration declared,
        long received,
        Share accepted,
        Share inForce,
        Share aside,
        Share held,
        Share refused,
        Share waiting,
        Share withdrawn,
        long rejected,
        long persons,
        Credits sourceCredits,
        @Nullable TotalDifference difference) {
    /// Records of one kind, with their hours and what they are worth here.
    public record Share(long records, Hours hours, Credits credits) {
        public static final Share NONE = new Share(0, new Hours(0), Credits.ZERO);

        Share plus(Share other) {
            return new Share(
                    records + other.records,
                    new Hours(Math.addExact(hours.hundredths(), other.hours.hundredths())),
                    credits.plus(other.credits));
        }
    }

    /// @param no the first of a feed and month is 1; the latest counts
    /// @param by the id of the key
    public record Declaration(
            long records,
            @Nullable Long persons,
            @Nullable Hours hours,
            @Nullable Credits credits,
            int no,
            Instant at,
            String by) {}

    /// Declared less here: above 0, something never arrived. What was not declared is no
    /// difference, and is absent.
    ///
    /// @param records with what waits for its teacher
    /// @param persons of what is accepted
    /// @param hours with what waits
    /// @param credits the source's own, declared less told record by record; absent too if some
    ///   record does not say
    public record TotalDifference(
            long records,
            @Nullable Long persons,
            @Nullable Hours hours,
            @Nullable Credits credits) {
        public boolean isNone() {
            return records == 0
                    && (persons == null || persons == 0)
                    && (hours == null || hours.hundredths() == 0)
                    && (credits == null || credits.hundredths() == 0);
        }
    }

    /// What the registry has of a feed's month.
    ///
    /// @param sourceStated of what is accepted: records of which the source says its own credits
    public record Arrived(
            Share inForce,
            Share aside,
            Share held,
            Share refused,
            Share waiting,
            Share withdrawn,
            long rejected,
            long persons,
            long sourceStated,
            Credits sourceCredits) {
        public static final Arrived NOTHING =
                new Arrived(
                        Share.NONE,
                        Share.NONE,
                        Share.NONE,
                        Share.NONE,
                        Share.NONE,
                        Share.NONE,
                        0,
                        0,
                        0,
                        Credits.ZERO);

        /// The same with so many rejected.
        public Arrived with(long records) {
            return new Arrived(
                    inForce,
                    aside,
                    held,
                    refused,
                    waiting,
                    withdrawn,
                    records,
                    persons,
                    sourceStated,
                    sourceCredits);
        }
    }

    /// Puts both beside each other.
    public static MonthTotals of(
            String feed, YearMonth month, @Nullable Declaration declared, Arrived arrived) {
        Share accepted =
                arrived.inForce.plus(arrived.aside).plus(arrived.held).plus(arrived.refused);
        Share here = accepted.plus(arrived.waiting);
        return new MonthTotals(
                feed,
                month,
                declared,
                here.records + arrived.withdrawn.records + arrived.rejected,
                accepted,
                arrived.inForce,
                arrived.aside,
                arrived.held,
                arrived.refused,
                arrived.waiting,
                arrived.withdrawn,
                arrived.rejected,
                arrived.persons,
                arrived.sourceCredits,
                declared == null ? null : difference(declared, here, arrived, accepted.records));
    }

    private static TotalDifference difference(
            Declaration declared, Share here, Arrived arrived, long accepted) {
        Long persons = declared.persons;
        Hours hours = declared.hours;
        Credits credits = declared.credits;
        return new TotalDifference(
                declared.records - here.records,
                persons == null ? null : persons - arrived.persons,
                hours == null ? null : new Hours(hours.hundredths() - here.hours.hundredths()),
                credits == null || arrived.sourceStated < accepted
                        ? null
                        : credits.minus(arrived.sourceCredits));
    }

    /// Whether what is here is what was declared, or nothing was.
    public boolean fits() {
        return difference == null || Objects.requireNonNull(difference).isNone();
    }
}
