package io.credithub.demo.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.demo.model.Attended;
import io.credithub.demo.model.Details;
import io.credithub.demo.model.Division;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.ReportedVersion.Naming;
import io.credithub.demo.model.Result;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SimulatedFault;
import io.credithub.demo.model.SimulatedSchool;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SimulatedTeacher.EmploymentStatus;
import io.credithub.demo.model.SourceSystem;
import io.credithub.demo.model.TrainingHistory;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A province of three teachers, worked out by hand.
class AnswerKeyTest {
    private static final LocalDate AUTUMN_22 = LocalDate.of(2022, 10, 1);
    private static final LocalDate TEN_DAYS_BEFORE = AUTUMN_22.minusDays(10);
    private static final LocalDate LAST_OF_22 = LocalDate.of(2023, 8, 31);
    private static final LocalDate FIRST_OF_23 = LocalDate.of(2023, 9, 1);

    private final AnswerKey key =
            new AnswerKey(new KeyRegister(Stream.of()), KeyCrowds.none(), ProvinceSettings.TODAY);

    @Test
    void theLevelsOwnSystemWinsAndYearsAreKeptApart() {
        Attended overlap =
                attended(
                        programme(Level.NATIONAL, Form.CENTRALISED),
                        copy(
                                SourceSystem.PROVINCE,
                                "SX-1",
                                details(4800, Grade.EXCELLENT, AUTUMN_22)),
                        copy(SourceSystem.NATIONAL, "GP-1", details(2400, Grade.PASS, AUTUMN_22)));
        Attended lastDay =
                attended(
                        programme(Level.CITY, Form.CENTRALISED),
                        copy(SourceSystem.PROVINCE, "SX-2", details(3000, Grade.GOOD, LAST_OF_22)));
        Attended firstDay =
                attended(
                        programme(Level.SCHOOL, Form.SCHOOL_BASED),
                        copy(SourceSystem.VENDOR, "V-1", details(700, Grade.GOOD, FIRST_OF_23)));

        ExpectedCredits answer = credits(settled(), overlap, lastDay, firstDay);

        List<Long> years = List.of(800L + 825L, 154L, 0L, 0L, 0L);
        List<Long> none = List.of(0L, 0L, 0L, 0L, 0L);
        assertThat(answer).isEqualTo(new ExpectedCredits("140000000001", years, none, 0, 0, 3));
        assertThat(answer.total()).isEqualTo(1779);
    }

    @Test
    void theCapLimitsWhatIsRecognisedAndNotWhatIsPosted() {
        Programme programme = programme(Level.COUNTY, Form.SELF_DIRECTED);
        Attended twelve = attended(programme, copy(SourceSystem.VENDOR, "V-1", result(1200)));
        Attended fifteen = attended(programme, copy(SourceSystem.VENDOR, "V-2", result(1500)));

        ExpectedCredits answer = credits(settled(), twelve, fifteen);

        assertThat(answer.total()).isEqualTo(2700);
        assertThat(answer.selfDirectedRecognised()).isEqualTo(2000);
        assertThat(answer.recognised()).isEqualTo(2000);
    }

    @Test
    void whatCameBeforeTheConfirmationIsPostedAndNotRecognised() {
        Programme programme = programme(Level.COUNTY, Form.CENTRALISED);
        Attended before =
                attended(
                        programme,
                        copy(SourceSystem.PROVINCE, "SX-1", details(1000, Grade.PASS, AUTUMN_22)));
        Attended after =
                attended(
                        programme,
                        copy(
                                SourceSystem.PROVINCE,
                                "SX-2",
                                details(2000, Grade.PASS, FIRST_OF_23)));
        Attended withdrawn = attended(programme, copy(SourceSystem.PROVINCE, "SX-3", null));

        ExpectedCredits answer = credits(confirmedIn23(), before, after, withdrawn);

        assertThat(answer.total()).isEqualTo(750);
        assertThat(answer.recognised()).isEqualTo(500);
        assertThat(answer.records()).isEqualTo(2);
    }

    @Test
    void theFeedsAreCountedAsTheyDeliver() {
        Details details = details(1000, Grade.PASS, AUTUMN_22);
        ReportedVersion bad = sighting(details, SimulatedFault.BAD_DATE, false);
        ReportedVersion good = sighting(details, null, true);
        SimulatedCopy mended =
                new SimulatedCopy(SourceSystem.PROVINCE, "SX-1", List.of(bad, good), details);
        credits(settled(), attended(programme(Level.COUNTY, Form.CENTRALISED), mended));

        FeedCounts counts = key.feed(SourceSystem.PROVINCE);
        assertThat(
                        List.of(
                                counts.delivered(),
                                counts.rejected(),
                                counts.duplicates(),
                                counts.versions(),
                                counts.records(),
                                counts.inForce(),
                                counts.creditHundredths()))
                .containsExactly(3L, 1L, 1L, 1L, 1L, 1L, 250L);
    }

    private ExpectedCredits credits(SimulatedTeacher teacher, Attended... attended) {
        TrainingHistory life = new TrainingHistory(teacher, List.of(attended));
        return key.add(life, Optional.empty()).credits();
    }

    private static Attended attended(Programme programme, SimulatedCopy... copies) {
        return new Attended(programme, Arrays.asList(copies));
    }

    private static SimulatedCopy copy(SourceSystem system, String id, @Nullable Details inForce) {
        return new SimulatedCopy(system, id, List.of(), inForce);
    }

    private static Programme programme(Level level, Form form) {
        return new Programme(
                "x",
                null,
                null,
                null,
                level,
                form,
                0,
                0,
                TEN_DAYS_BEFORE,
                AUTUMN_22,
                List.of(),
                Result.PAPER_CITY);
    }

    private static Details details(int hours, Grade grade, LocalDate completedOn) {
        return new Details("x", hours, null, grade, null, completedOn, 0, 0);
    }

    private static Details result(int credits) {
        return new Details("x", 0, null, Grade.PASS, null, AUTUMN_22, 0, credits);
    }

    private static ReportedVersion sighting(
            Details details, @Nullable SimulatedFault fault, boolean repeated) {
        return new ReportedVersion(1, null, false, details, fault, Naming.NUMBER, 0, repeated);
    }

    private static SimulatedTeacher settled() {
        return teacher(LocalDate.of(2001, 9, 1));
    }

    private static SimulatedTeacher confirmedIn23() {
        return teacher(FIRST_OF_23);
    }

    private static SimulatedTeacher teacher(LocalDate confirmedOn) {
        Division division = new Division("140105", "小店区", "140100", "太原市", 0);
        return new SimulatedTeacher(
                0,
                "140000000001",
                "RESIDENT",
                "",
                "䶮",
                LocalDate.of(1980, 1, 1),
                SimulatedSchool.of(division, 0),
                EmploymentStatus.ACTIVE,
                confirmedOn,
                null,
                null,
                null,
                false,
                2000);
    }
}
