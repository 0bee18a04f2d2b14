package io.credithub.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.Training.Blended;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.completion.Training.SelfDirected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Field by field: what differs is told as it stands on either side.
final class CopyComparisonTest {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 1);

    static Stream<Arguments> results() {
        return Stream.of(
                pair("a part in it", result("1", "FIRST", null), result("1", "OTHER", null))
                        .told("/activity/role: FIRST | OTHER"),
                pair("a part that one states", result("1", "FIRST", null), result("1", null, null))
                        .told(),
                pair("a quantity", result("100", null, null), result("2E+2", null, null))
                        .told("/activity/quantity: 100 | 200"),
                pair("decided credits", result("1", null, "5.00"), result("1", null, "6.50"))
                        .told("/activity/decidedCredits: 5 | 6.5"),
                pair("decided by one", result("1", null, "5.00"), result("1", null, null)).told(),
                pair("the same", result("1", null, "5.00"), result("1.0", null, "5")).told());
    }

    static Stream<Arguments> blended() {
        Part there = new Part(Form.CENTRALISED, 2400);
        Part here = new Part(Form.CENTRALISED, 1000);
        Part online = new Part(Form.ONLINE, 2400);
        return Stream.of(
                pair("a grade", blended(Grade.PASS, "0.9"), blended(Grade.GOOD, "0.90"))
                        .told("/grade: PASS | GOOD"),
                pair("attendance", blended(Grade.PASS, "0.9"), blended(Grade.PASS, "0.80"))
                        .told("/attendance: 0.9 | 0.8"),
                pair("attendance of one", blended(Grade.PASS, null), blended(Grade.PASS, "1"))
                        .told(),
                pair("parts in another order", split(there, here), split(here, there)).told(),
                pair("parts of other forms", split(online, here), split(here, online)).told(),
                pair("as many hours each", split(online, there), split(there, online)).told(),
                pair("the form of a part", split(there, here), split(online, here))
                        .told(
                                "/parts: CENTRALISED 10.00 + CENTRALISED 24.00"
                                        + " | CENTRALISED 10.00 + ONLINE 24.00"));
    }

    /// 15.40 beside 15: whoever has which.
    static Stream<Arguments> figures() {
        return Stream.of(
                pair("rounded there", figure(1540), figure(1500)).told(),
                pair("rounded here", figure(1500), figure(1540)).told(),
                pair("another", figure(1540), figure(1600)).told("/sourceCredits: 15.40 | 16.00"),
                pair("stated by one", figure(null), figure(1600)).told());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"results", "blended", "figures"})
    void whatDiffersIsTold(
            String what, ComparedRecord ours, ComparedRecord theirs, List<String> told) {
        assertThat(CopyComparison.of(ours, theirs))
                .extracting(one -> one.field() + ": " + one.ours() + " | " + one.theirs())
                .isEqualTo(told);
    }

    private record Pair(String what, ComparedRecord ours, ComparedRecord theirs) {
        Arguments told(String... fields) {
            return Arguments.of(what, ours, theirs, List.of(fields));
        }
    }

    private static Pair pair(String what, ComparedRecord ours, ComparedRecord theirs) {
        return new Pair(what, ours, theirs);
    }

    private static ComparedRecord record(Training training, @Nullable Integer figure) {
        Facts facts = new Facts(Level.COUNTY, training, List.of(), DAY);
        return new ComparedRecord(facts, null, 500, figure);
    }

    private static ComparedRecord result(
            String quantity, @Nullable String role, @Nullable String decided) {
        BigDecimal credits = decided == null ? null : new BigDecimal(decided);
        return record(
                new SelfDirected("PAPER", null, role, new BigDecimal(quantity), credits), null);
    }

    private static ComparedRecord blended(Grade grade, @Nullable String attendance) {
        BigDecimal share = attendance == null ? null : new BigDecimal(attendance);
        return record(new Blended(List.of(), 3400, grade, share), null);
    }

    private static ComparedRecord split(Part one, Part other) {
        return record(new Blended(List.of(one, other), 3400, Grade.PASS, null), null);
    }

    private static ComparedRecord figure(@Nullable Integer hundredths) {
        return record(new Course(Form.ONLINE, 4000, Grade.PASS, null), hundredths);
    }
}
