package io.credithub.demo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeachersTest {
    private static final List<SimulatedTeacher> TEACHERS = teachers(20_000);

    @Test
    void everyResidentNumberPassesItsCheck() { // ISO 7064, MOD 11-2, as it is defined
        for (SimulatedTeacher teacher : TEACHERS) {
            if (!teacher.idType().equals("RESIDENT")) continue;
            int rest = 0;
            for (char c : teacher.idNumber().toCharArray()) {
                rest = (rest * 2 + (c == 'X' ? 10 : c - '0')) % 11;
            }
            assertThat(rest).as("check of teacher %d", teacher.index()).isEqualTo(1);
        }
    }

    @Test
    void nobodySharesANumber() {
        assertThat(TEACHERS.stream().map(SimulatedTeacher::number)).doesNotHaveDuplicates();
        assertThat(TEACHERS.stream().map(SimulatedTeacher::idNumber)).doesNotHaveDuplicates();
    }

    @Test
    void theyTeachInAllCountiesOfTheStandardAndInNoOther() {
        List<String> counties = new Divisions().counties().stream().map(Division::code).toList();
        assertThat(counties).hasSize(117).doesNotContain("140171", "140271", "140671", "140971");
        assertThat(TEACHERS.stream().map(t -> t.school().division().code()).distinct())
                .containsExactlyElementsOf(counties);
    }

    @Test
    void someHaveRareCharactersAndSomeAnAbolishedBirthplace() {
        List<String> abolished = new Divisions().abolishedCodes();
        assertThat(TEACHERS).anyMatch(t -> t.name().contains("䶮"));
        assertThat(TEACHERS).anyMatch(t -> t.name().contains("𠮷"));
        assertThat(TEACHERS).anyMatch(t -> t.name().contains("㛃"));
        assertThat(TEACHERS).anyMatch(t -> t.name().contains("\u00b7"));
        assertThat(TEACHERS).anyMatch(t -> abolished.contains(t.idNumber().substring(0, 6)));
    }

    @Test
    void aboutOneInAHundredIsLate() {
        assertThat(TEACHERS.stream().filter(SimulatedTeacher::late).count()).isBetween(150L, 250L);
    }

    @Test
    void theSecondedHaveAHomeSchoolAndTheNewNoConfirmation() {
        for (SimulatedTeacher teacher : TEACHERS) {
            boolean hasHome = teacher.homeSchool() != null;
            assertThat(hasHome)
                    .isEqualTo(teacher.status() == SimulatedTeacher.EmploymentStatus.SECONDED);
            boolean isConfirmed = teacher.confirmedOn() != null;
            assertThat(isConfirmed)
                    .isEqualTo(teacher.status() != SimulatedTeacher.EmploymentStatus.NEW);
        }
    }

    private static List<SimulatedTeacher> teachers(int size) {
        Teachers teachers = new Teachers(new ProvinceSettings(size, 7, ProvinceSettings.TODAY));
        return IntStream.range(0, size).mapToObj(teachers::teacher).toList();
    }
}
