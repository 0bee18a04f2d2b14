package io.credithub.flow.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.domain.programme.RegisteredProgramme;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.expectation.EnrolmentLists.ListOwner;
import io.credithub.flow.expectation.ExpectedTitles.KnownTitle;
import io.credithub.flow.expectation.ExpectedTitles.ListTitle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a list is about is found under whatever name it comes.
final class ExpectedTitlesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 7, 31);

    private static KeptList list(@Nullable String code, String name) {
        ListOwner owner = new ListOwner(null, Jurisdiction.NATION);
        return new KeptList(1, owner, new ExpectedTraining(code, name, FIRST, LAST), Instant.EPOCH);
    }

    private static KnownTitle title(@Nullable String code, String name) {
        return new KnownTitle(7, new ProgrammeTitle(name, code, null, null));
    }

    private static boolean isMeant(ProgrammeRegister register, KeptList list, KnownTitle title) {
        List<ListTitle> meant = new ExpectedTitles(register).meant(List.of(list), List.of(title));
        return meant.equals(List.of(new ListTitle(1, 7)));
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NP-1 | 国培   | NP-1 | 市培   | true  | one code is one programme, whatever its name
                    NP-1 | 国培   | NP-2 | 国培   | false | two codes are two programmes
                         | 国 培  |      | 国培   | true  | names are compared in their normal form
                    NP-1 | 国培   |      | 国培   | true  | a record without a code goes by its name
                         | 国培   | NP-2 | 国培   | true  | a list without a code goes by its name
                         | 国培   |      | 国培二 | false | another name is another programme
                    """)
    void withoutARegisterCodesAreComparedAndElseNames(
            @Nullable String code,
            String name,
            @Nullable String recordCode,
            String recordName,
            boolean isSame,
            String why) {
        assertThat(
                        isMeant(
                                ProgrammeRegister.EMPTY,
                                list(code, name),
                                title(recordCode, recordName)))
                .as(why)
                .isEqualTo(isSame);
    }

    /// Knows one programme by its code, its name and an alias.
    private static final class OneEntry implements ProgrammeRegister {
        private static final RegisteredProgramme ENTRY =
                new RegisteredProgramme(
                        1,
                        "NP-1",
                        "国培",
                        List.of("国培", "国家级培训"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false);

        @Override
        public @Nullable RegisteredProgramme find(ProgrammeTitle title, LocalDate day) {
            boolean isNamed = ENTRY.names().contains(title.name());
            return ENTRY.code().equals(title.code()) || isNamed ? ENTRY : null;
        }

        @Override
        public String family(ProgrammeTitle title, LocalDate day) {
            return title.name();
        }
    }

    @Test
    void anAliasOfTheRegisterIsTheProgramme() {
        OneEntry register = new OneEntry();
        assertThat(isMeant(register, list("NP-1", "国培"), title(null, "国家级培训"))).isTrue();
        assertThat(isMeant(register, list(null, "国家级培训"), title("NP-1", "任意"))).isTrue();
        assertThat(isMeant(register, list("NP-1", "国培"), title("XX-9", "别的"))).isFalse();
    }

    @Test
    void titlesAreLookedForUnderAllNamesOfTheEntry() {
        ExpectedTitles.TitleWords words =
                new ExpectedTitles(new OneEntry()).words(List.of(list(null, "国家级培训")));
        assertThat(words.names()).containsExactlyInAnyOrder("国培", "国家级培训");
        assertThat(words.codes()).containsExactly("NP-1");
    }
}
