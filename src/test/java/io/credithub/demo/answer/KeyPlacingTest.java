package io.credithub.demo.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.demo.injected.OfficialProgramme;
import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The worked examples of the rules, and the edges of their table.
class KeyPlacingTest {
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);
    private static final String NAME = "国培计划乡村教师培训";

    @Test
    void oneRegisteredTrainingSentFourTimesEarnsOnce() {
        List<KeyRecord> sent =
                List.of(
                        national("GP-1", NAME, "NP-2023-77", DAY, 6000),
                        national("GP-2", NAME, "NP-2023-77", DAY.plusDays(1), 6000),
                        national("GP-3", "国培计划-乡村教师培训", "NP-2023-77", DAY, 6000),
                        record(
                                SourceSystem.NATIONAL,
                                "GP-4",
                                told(NAME, "NP-2023-77", Level.PROVINCE),
                                DAY,
                                6000));
        assertThat(letters(registered(), sent)).isEqualTo("FAAA");
        assertThat(sent.getFirst().award()).isEqualTo(2000);
    }

    @Test
    void theVendorsCopyWithASessionTwoDaysLaterIsHeld() {
        List<KeyRecord> sent =
                List.of(
                        national("GP-1", NAME, null, DAY, 6000),
                        province("SX-1", NAME + "第2期", DAY.plusDays(2), 6000));
        assertThat(letters(none(), sent)).isEqualTo("FH");
    }

    @Test
    void twoSessionsOfOneVendorAreTwoTrainings() {
        Programme told = told("校本研修", null, Level.SCHOOL);
        List<KeyRecord> sent =
                List.of(
                        record(SourceSystem.VENDOR, "V-1", told, DAY, 1000),
                        record(SourceSystem.VENDOR, "V-2", told, DAY.plusDays(1), 1500));
        assertThat(letters(none(), sent)).isEqualTo("FF");
    }

    @Test
    void theVerySameUnderAnotherIdIsHeld() {
        Programme told = told("校本研修", null, Level.SCHOOL);
        List<KeyRecord> sent =
                List.of(
                        record(SourceSystem.VENDOR, "V-2", told, DAY, 1000),
                        record(SourceSystem.VENDOR, "V-1", told, DAY, 1000));
        assertThat(letters(none(), sent)).isEqualTo("HF");
    }

    @Test
    void namesAreAlikeWithinFifteenDaysAndAFifthOfTheHours() {
        assertThat(apart(15, 6000, 4800)).as("the edges").isEqualTo("FH");
        assertThat(apart(16, 6000, 6000)).as("a day more").isEqualTo("FF");
        assertThat(apart(15, 6000, 4799)).as("a little less").isEqualTo("FF");
    }

    @Test
    void twoRegisteredProgrammesAreTwoTrainingsHoweverAlike() {
        KeyRegister two =
                new KeyRegister(
                        Stream.of(official(NAME + "第1期", "NP-1"), official(NAME + "第2期", "NP-2")));
        List<KeyRecord> sent =
                List.of(
                        national("GP-1", NAME + "第1期", "NP-1", DAY, 3000),
                        province("SX-1", NAME + "第2期", DAY, 3000));
        assertThat(letters(two, sent)).isEqualTo("FF");
    }

    @Test
    void copiesOfOneProgrammeEndWithinAMonth() {
        assertThat(registeredApart(31)).isEqualTo("FA");
        assertThat(registeredApart(40)).isEqualTo("FF");
    }

    @Test
    void whatMayNotBeReportedIsHeldAndHoldsNobody() {
        Programme told = told(NAME, null, Level.SCHOOL);
        Details details = new Details(NAME, 1000, null, Grade.PASS, null, DAY, 2, 0);
        List<KeyRecord> sent =
                List.of(
                        new KeyRecord(SourceSystem.VENDOR, "V-1", told, details, "", "LECTURER"),
                        record(SourceSystem.PROVINCE, "SX-1", told, DAY, 1000));
        assertThat(letters(none(), sent)).isEqualTo("HF");
    }

    @Test
    void twelveHoursADayAreBelievedAndMoreAreNot() {
        assertThat(letters(none(), List.of(centralised("SX-1", 7200, null)))).isEqualTo("F");
        assertThat(letters(none(), List.of(centralised("SX-1", 7206, null)))).isEqualTo("H");
    }

    @Test
    void nobodyIsInTwoPlacesAtOnce() {
        List<KeyRecord> sent =
                List.of(centralised("SX-1", 600, "山西大学"), centralised("SX-2", 600, "太原师范学院"));
        assertThat(letters(none(), sent)).isEqualTo("FH");
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        List<KeyRecord> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            boolean even = i % 2 == 0;
            LocalDate day = DAY.plusDays(i);
            sent.add(
                    even
                            ? national("GP-" + i, NAME, null, day, 6000)
                            : province("SX-" + i, NAME, day, 6000));
        }
        Map<KeyRecord, KeyFate> first = new KeyPlacing(none()).place(sent);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(sent, new Random(seed));
            assertThat(new KeyPlacing(none()).place(sent)).as("seed %d", seed).isEqualTo(first);
        }
    }

    private static String apart(int days, int hours, int others) {
        return letters(
                none(),
                List.of(
                        national("GP-1", NAME, null, DAY, hours),
                        province("SX-1", NAME, DAY.plusDays(days), others)));
    }

    private static String registeredApart(int days) {
        return letters(
                registered(),
                List.of(
                        national("GP-1", NAME, "NP-2023-77", DAY, 6000),
                        province("SX-1", NAME, DAY.plusDays(days), 6000)));
    }

    private static String letters(KeyRegister register, List<KeyRecord> records) {
        Map<KeyRecord, KeyFate> found = new KeyPlacing(register).place(records);
        StringBuilder letters = new StringBuilder();
        for (KeyRecord record : records) {
            letters.append(Objects.requireNonNull(found.get(record)).letter());
        }
        return letters.toString();
    }

    private static KeyRegister none() {
        return new KeyRegister(Stream.of());
    }

    private static KeyRegister registered() {
        return new KeyRegister(Stream.of(official(NAME, "NP-2023-77")));
    }

    private static OfficialProgramme official(String name, String code) {
        return new OfficialProgramme(told(name, code, Level.NATIONAL), List.of());
    }

    private static KeyRecord national(
            String id, String name, @Nullable String code, LocalDate day, int hours) {
        return record(SourceSystem.NATIONAL, id, told(name, code, Level.NATIONAL), day, hours);
    }

    private static KeyRecord province(String id, String name, LocalDate day, int hours) {
        return record(SourceSystem.PROVINCE, id, told(name, null, Level.NATIONAL), day, hours);
    }

    private static KeyRecord centralised(String id, int hours, @Nullable String organiser) {
        Programme told = told("集中培训" + id.substring(3), null, Level.PROVINCE);
        Programme by = organiser == null ? told : told.withOrganiser(organiser);
        return record(SourceSystem.PROVINCE, id, by, DAY, hours);
    }

    private static KeyRecord record(
            SourceSystem system, String id, Programme told, LocalDate day, int hours) {
        Details details = new Details(told.name(), hours, null, Grade.PASS, null, day, 0, 0);
        return new KeyRecord(system, id, told, details, "", "");
    }

    private static Programme told(String name, @Nullable String code, Level level) {
        Form form = level == Level.SCHOOL ? Form.SCHOOL_BASED : Form.CENTRALISED;
        return new Programme(
                name, code, null, null, level, form, 0, 0, DAY.minusDays(5), DAY, List.of(), null);
    }
}
