package io.credithub.domain.reconcile;

import static io.credithub.domain.reconcile.BreakCode.ATTENDANCE;
import static io.credithub.domain.reconcile.BreakCode.CREDIT;
import static io.credithub.domain.reconcile.BreakCode.DUPLICATE_ACROSS_SOURCES;
import static io.credithub.domain.reconcile.BreakCode.GRADE;
import static io.credithub.domain.reconcile.BreakCode.HOURS;
import static io.credithub.domain.reconcile.BreakCode.LEVEL_OR_FORM;
import static io.credithub.domain.reconcile.BreakCode.PERIOD;
import static io.credithub.domain.reconcile.BreakCode.THEME;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.Blended;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.reconcile.Discrepancy.FieldDifference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which code copies have, and a figure of the source: the table of the documentation, with an edge
/// for each field.
final class CopyClassificationTest {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 1);

    /// 40 hours, provincial, from 27 April to 1 May, 16.00 here and 16.00 there.
    private static final Written ONE =
            new Written(
                    Level.PROVINCE,
                    Form.CENTRALISED,
                    4000,
                    Grade.EXCELLENT,
                    "0.95",
                    "ETHICS",
                    DAY.minusDays(4),
                    DAY,
                    1600,
                    1600);

    /// A course as a test changes it.
    private record Written(
            Level level,
            Form form,
            int hours,
            Grade grade,
            @Nullable String attendance,
            @Nullable String theme,
            @Nullable LocalDate started,
            LocalDate completed,
            int credits,
            @Nullable Integer figure) {
        ComparedRecord record() {
            return new ComparedRecord(
                    new Facts(
                            level,
                            new Course(
                                    form,
                                    hours,
                                    grade,
                                    attendance == null ? null : new BigDecimal(attendance)),
                            theme == null ? List.of() : List.of(theme),
                            completed),
                    started,
                    credits,
                    figure);
        }

        Written level(Level other) {
            return new Written(
                    other,
                    form,
                    hours,
                    grade,
                    attendance,
                    theme,
                    started,
                    completed,
                    credits,
                    figure);
        }

        Written form(Form other) {
            return new Written(
                    level,
                    other,
                    hours,
                    grade,
                    attendance,
                    theme,
                    started,
                    completed,
                    credits,
                    figure);
        }

        Written hours(int other) {
            return new Written(
                    level,
                    form,
                    other,
                    grade,
                    attendance,
                    theme,
                    started,
                    completed,
                    credits,
                    figure);
        }

        Written grade(Grade other) {
            return new Written(
                    level,
                    form,
                    hours,
                    other,
                    attendance,
                    theme,
                    started,
                    completed,
                    credits,
                    figure);
        }

        Written attendance(@Nullable String other) {
            return new Written(
                    level, form, hours, grade, other, theme, started, completed, credits, figure);
        }

        Written theme(@Nullable String other) {
            return new Written(
                    level,
                    form,
                    hours,
                    grade,
                    attendance,
                    other,
                    started,
                    completed,
                    credits,
                    figure);
        }

        Written days(@Nullable LocalDate from, LocalDate to) {
            return new Written(
                    level, form, hours, grade, attendance, theme, from, to, credits, figure);
        }

        Written figure(@Nullable Integer other) {
            return new Written(
                    level,
                    form,
                    hours,
                    grade,
                    attendance,
                    theme,
                    started,
                    completed,
                    credits,
                    other);
        }
    }

    record CopyCase(BreakCode code, UnaryOperator<Written> copy, String why) {
        @Override
        public String toString() {
            return code + ": " + why;
        }
    }

    static Stream<CopyCase> copies() {
        return Stream.concat(kindsAndDays(), amounts());
    }

    private static Stream<CopyCase> kindsAndDays() {
        return Stream.of(
                new CopyCase(DUPLICATE_ACROSS_SOURCES, copy -> copy, "all is equal"),
                new CopyCase(LEVEL_OR_FORM, copy -> copy.level(Level.NATIONAL), "another level"),
                new CopyCase(LEVEL_OR_FORM, copy -> copy.form(Form.ONLINE), "another form"),
                new CopyCase(
                        LEVEL_OR_FORM,
                        copy -> copy.level(Level.NATIONAL).hours(3900),
                        "the level goes before the hours"),
                new CopyCase(
                        PERIOD,
                        copy -> copy.days(DAY.minusDays(4), DAY.plusDays(1)),
                        "a day later"),
                new CopyCase(PERIOD, copy -> copy.days(DAY.minusDays(3), DAY), "another first day"),
                new CopyCase(
                        DUPLICATE_ACROSS_SOURCES,
                        copy -> copy.days(null, DAY),
                        "a first day that one does not state is no difference"),
                new CopyCase(
                        PERIOD,
                        copy -> copy.days(null, DAY.plusDays(5)).hours(3900),
                        "the days go before the hours"));
    }

    private static Stream<CopyCase> amounts() {
        return Stream.of(
                new CopyCase(HOURS, copy -> copy.hours(3900), "an hour less"),
                new CopyCase(DUPLICATE_ACROSS_SOURCES, copy -> copy.hours(0), "hours not stated"),
                new CopyCase(
                        HOURS, copy -> copy.hours(3900).grade(Grade.GOOD), "hours before grade"),
                new CopyCase(GRADE, copy -> copy.grade(Grade.GOOD), "another grade"),
                new CopyCase(ATTENDANCE, copy -> copy.attendance("0.9"), "another attendance"),
                new CopyCase(
                        DUPLICATE_ACROSS_SOURCES,
                        copy -> copy.attendance("0.950"),
                        "the same attendance, written otherwise"),
                new CopyCase(
                        DUPLICATE_ACROSS_SOURCES,
                        copy -> copy.attendance(null),
                        "attendance not stated"),
                new CopyCase(THEME, copy -> copy.theme("ICT"), "another theme"),
                new CopyCase(
                        DUPLICATE_ACROSS_SOURCES, copy -> copy.theme(null), "theme not stated"),
                new CopyCase(CREDIT, copy -> copy.figure(1500), "another figure of its own"),
                new CopyCase(
                        DUPLICATE_ACROSS_SOURCES, copy -> copy.figure(null), "no figure stated"));
    }

    @ParameterizedTest
    @MethodSource("copies")
    void copiesHaveTheFirstCodeOfTheirDifferences(CopyCase one) {
        Classification as =
                Classification.ofCopies(
                        ONE.record(), one.copy().apply(ONE).record(), MatchRule.SAME_NAME_AND_DAY);
        assertThat(as.code()).isEqualTo(one.code());
        assertThat(as.isInformation()).isEqualTo(one.code() == DUPLICATE_ACROSS_SOURCES);
        assertThat(as.cause()).isEqualTo("SAME_NAME_AND_DAY");
    }

    /// In the order of the list: with each goes all that comes after it.
    @Test
    void ofAllThatDiffersTheFirstIsTheCode() {
        Written theme = ONE.figure(1500).theme("ICT");
        Written attendance = theme.attendance("0.9");
        Written grade = attendance.grade(Grade.GOOD);
        Written hours = grade.hours(3900);
        Written days = hours.days(DAY, DAY.plusDays(1));
        Written level = days.level(Level.NATIONAL);
        assertThat(Stream.of(level, days, hours, grade, attendance, theme))
                .extracting(copy -> Classification.ofCopies(ONE.record(), copy.record(), null))
                .extracting(Classification::code)
                .containsExactly(LEVEL_OR_FORM, PERIOD, HOURS, GRADE, ATTENDANCE, THEME);
    }

    @Test
    void everyFieldThatDiffersIsToldBesideTheFirst() {
        Classification as =
                Classification.ofCopies(
                        ONE.record(), ONE.hours(3900).grade(Grade.PASS).record(), null);
        assertThat(as.fields())
                .containsExactly(
                        new FieldDifference("/hours", "40.00", "39.00", HOURS),
                        new FieldDifference("/grade", "EXCELLENT", "PASS", GRADE));
    }

    /// 15.40 there and 15 at the national platform, which takes whole credits: the same figure.
    @Test
    void wholeCreditsBesideExactOnesAreOneFigure() {
        Classification as =
                Classification.ofCopies(ONE.figure(1540).record(), ONE.figure(1500).record(), null);
        assertThat(as.code()).isEqualTo(DUPLICATE_ACROSS_SOURCES);
    }

    @Test
    void resultsAreComparedByKindAndQuantity() {
        ComparedRecord paper = result("PAPER", "PROVINCE", "1");
        assertThat(Classification.ofCopies(paper, result("BOOK", "PROVINCE", "1"), null).code())
                .isEqualTo(LEVEL_OR_FORM);
        assertThat(Classification.ofCopies(paper, result("PAPER", "CITY", "1"), null).code())
                .isEqualTo(LEVEL_OR_FORM);
        assertThat(Classification.ofCopies(paper, result("PAPER", null, "2"), null).code())
                .isEqualTo(HOURS);
        assertThat(Classification.ofCopies(paper, result("PAPER", null, "1.0"), null).code())
                .isEqualTo(DUPLICATE_ACROSS_SOURCES);
    }

    private static ComparedRecord result(String category, @Nullable String rank, String quantity) {
        SelfDirected result =
                new SelfDirected(category, rank, null, new BigDecimal(quantity), null);
        return new ComparedRecord(
                new Facts(Level.PROVINCE, result, List.of(), DAY), null, 500, null);
    }

    @Test
    void theSplitOfHoursIsComparedInWhateverOrderItIsWritten() {
        Part there = new Part(Form.CENTRALISED, 2400);
        Part online = new Part(Form.ONLINE, 5000);
        ComparedRecord one = blended(List.of(there, online));
        assertThat(Classification.ofCopies(one, blended(List.of(online, there)), null).code())
                .isEqualTo(DUPLICATE_ACROSS_SOURCES);
        assertThat(Classification.ofCopies(one, blended(List.of()), null).code())
                .isEqualTo(DUPLICATE_ACROSS_SOURCES);
        Part less = new Part(Form.CENTRALISED, 2000);
        assertThat(Classification.ofCopies(one, blended(List.of(less, online)), null).code())
                .isEqualTo(LEVEL_OR_FORM);
    }

    private static ComparedRecord blended(List<Part> parts) {
        Blended training = new Blended(parts, 7400, Grade.PASS, null);
        return new ComparedRecord(
                new Facts(Level.NATIONAL, training, List.of(), DAY), null, 1800, null);
    }

    record FigureCase(int award, int figure, @Nullable Boolean isRounding, String why) {}

    static Stream<FigureCase> figures() {
        return Stream.of(
                new FigureCase(1600, 1600, null, "the same"),
                new FigureCase(1540, 1500, true, "rounded down to whole credits"),
                new FigureCase(1550, 1600, true, "half up"),
                new FigureCase(1549, 1600, false, "no half"),
                new FigureCase(1540, 1600, false, "a whole credit, and not the nearest"),
                new FigureCase(1600, 1700, false, "nothing to round"),
                new FigureCase(40, 0, true, "rounded to nothing"),
                new FigureCase(1600, 1333, false, "the source forgot the bonus"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aFigureOfTheSourceIsADisputeUnlessItIsRoundedOnly(FigureCase one) {
        Classification as = Classification.ofFigures(one.award(), one.figure());
        if (one.isRounding() == null) {
            assertThat(as).as(one.why()).isNull();
            return;
        }
        assertThat(as).as(one.why()).isNotNull();
        assertThat(as.code()).isEqualTo(CREDIT);
        assertThat(as.isInformation()).as(one.why()).isEqualTo(one.isRounding());
        assertThat(as.cause()).isEqualTo(one.isRounding() ? "WHOLE_CREDITS" : null);
    }
}
