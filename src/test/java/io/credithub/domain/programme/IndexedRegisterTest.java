package io.credithub.domain.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class IndexedRegisterTest {
    private static final LocalDate SPRING = LocalDate.of(2023, 4, 1);
    private static final LocalDate NEXT_SPRING = LocalDate.of(2024, 4, 1);

    private static RegisterEntry entry(int number, String code, String name, String... aliases) {
        AliasSet names = AliasSet.NONE.filing(List.of(aliases));
        return RegisterEntry.of(code, ProgrammeTerms.named(name), names).numbered(number);
    }

    private static RegisterEntry inYear(int number, String code, String name, int year) {
        ProgrammeTerms terms =
                new ProgrammeTerms(
                        name,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31),
                        Map.of());
        return RegisterEntry.of(code, terms, AliasSet.NONE).numbered(number);
    }

    private static IndexedRegister register(RegisterEntry... entries) {
        return IndexedRegister.of(ProgrammeEntries.of(List.of(entries)));
    }

    private static @Nullable String codeOf(IndexedRegister register, ProgrammeTitle title) {
        return codeOf(register, title, SPRING);
    }

    private static @Nullable String codeOf(
            IndexedRegister register, ProgrammeTitle title, LocalDate day) {
        RegisteredProgramme found = register.find(title, day);
        return found == null ? null : found.code();
    }

    private static ProgrammeTitle coded(String code, String name) {
        return new ProgrammeTitle(name, code, null, null);
    }

    @Test
    void theCodeGoesBeforeTheName() {
        IndexedRegister register = register(entry(1, "A", "师德"), entry(2, "B", "阅读"));
        assertThat(codeOf(register, coded("B", "师德"))).isEqualTo("B");
    }

    @Test
    void aNameOfSeveralEntriesMeansAllThatHoldThen() {
        IndexedRegister register =
                register(
                        entry(1, "A", "师德"),
                        entry(2, "B", "阅读", "师德"),
                        inYear(3, "C", "写字", 2023),
                        inYear(4, "D", "写字", 2024));
        assertThat(register.sharedNames()).containsExactlyInAnyOrder("师德", "写字");
        assertThat(meant(register, ProgrammeTitle.named("师德"))).containsExactly("A", "B");
        assertThat(meant(register, coded("B", "师德"))).containsExactly("B");
        assertThat(meant(register, ProgrammeTitle.named("写字"))).containsExactly("C");
        assertThat(meant(register, ProgrammeTitle.named("别的"))).isEmpty();
    }

    private static List<String> meant(IndexedRegister register, ProgrammeTitle title) {
        return register.meanings(title, SPRING).stream().map(RegisteredProgramme::code).toList();
    }

    @Test
    void aCodeIsComparedExactly() {
        IndexedRegister register = register(entry(1, "NP-1", "师德"));
        assertThat(codeOf(register, coded("np-1", "阅读"))).isNull();
    }

    @Test
    void aCodeThatNobodyKnowsLeavesTheName() {
        assertThat(codeOf(register(entry(1, "A", "师德")), coded("X", "师德"))).isEqualTo("A");
    }

    @Test
    void namesAndAliasesAreComparedInTheirNormalForm() {
        IndexedRegister register = register(entry(1, "A", "师德 培训", "ＩＣＴ 2.0"));
        assertThat(codeOf(register, ProgrammeTitle.named("师德培训"))).isEqualTo("A");
        assertThat(codeOf(register, ProgrammeTitle.named("ict2.0"))).isEqualTo("A");
    }

    @Test
    void ofSeveralWithOneNameThePeriodDecides() {
        IndexedRegister register = register(inYear(1, "A", "师德", 2023), inYear(2, "B", "师德", 2024));
        ProgrammeTitle title = ProgrammeTitle.named("师德");
        assertThat(codeOf(register, title, SPRING)).isEqualTo("A");
        assertThat(codeOf(register, title, NEXT_SPRING)).isEqualTo("B");
        assertThat(codeOf(register, title, LocalDate.of(2025, 1, 1))).isNull();
    }

    @Test
    void ofSeveralThatThePeriodDoesNotTellApartThereIsNone() {
        IndexedRegister register = register(entry(1, "A", "师德"), entry(2, "B", "师德"));
        assertThat(codeOf(register, ProgrammeTitle.named("师德"))).isNull();
    }

    @Test
    void theOnlyOneOfANameIsFoundOutsideItsPeriodToo() {
        IndexedRegister register = register(inYear(1, "A", "师德", 2023));
        assertThat(codeOf(register, ProgrammeTitle.named("师德"), NEXT_SPRING)).isEqualTo("A");
    }

    @Test
    void whatHasEndedIsFoundUpToItsLastDay() {
        IndexedRegister register = register(entry(1, "A", "师德").ending(SPRING));
        assertThat(codeOf(register, coded("A", "师德"), SPRING)).isEqualTo("A");
        assertThat(codeOf(register, coded("A", "师德"), SPRING.plusDays(1))).isNull();
    }

    @Test
    void bothCodesAndAllNamesFindWhatAnEntryWasJoinedTo() {
        IndexedRegister register =
                register(entry(1, "A", "师德"), entry(2, "B", "职业道德", "德育").joined("A"));
        assertThat(codeOf(register, coded("B", "阅读"))).isEqualTo("A");
        assertThat(codeOf(register, ProgrammeTitle.named("德育"))).isEqualTo("A");
        assertThat(register.find(coded("A", ""), SPRING))
                .extracting(found -> found == null ? List.of() : found.names())
                .isEqualTo(List.of("师德", "职业道德", "德育"));
    }

    @Test
    void anUnregisteredTitleWithACoreOfAnEntryIsOfItsFamily() {
        IndexedRegister register = register(entry(1, "A", "师德", "德育"), entry(2, "B", "阅读"));
        ProgrammeTitle title = coded("X", "德育");
        assertThat(register.family(title, SPRING))
                .isEqualTo(register.family(coded("A", "其他"), SPRING))
                .isNotEqualTo(register.family(coded("B", "其他"), SPRING));
    }

    @Test
    void entriesThatShareANameAreOneFamily() {
        IndexedRegister register = register(entry(1, "A", "师德", "德育"), entry(2, "B", "德育", "阅读"));
        assertThat(register.family(ProgrammeTitle.named("阅读"), SPRING))
                .isEqualTo(register.family(ProgrammeTitle.named("师德"), SPRING));
    }

    @Test
    void whatNobodyKnowsIsAFamilyOfItsOwn() {
        assertThat(register(entry(1, "A", "师德")).family(ProgrammeTitle.named("阅读"), SPRING))
                .isEqualTo(CoreName.of(ProgrammeTitle.named("阅读")).core());
    }

    @Test
    void moreTitlesThanAreKeptInMindHaveTheirFamilies() {
        IndexedRegister register = register(entry(1, "A", "师德"));
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 10_000; i++) {
                ProgrammeTitle title = ProgrammeTitle.named("阅读" + i + "班(第2期)");
                assertThat(register.family(title, SPRING)).isEqualTo(CoreName.of(title).core());
            }
        }
    }

    @Test
    void aHundredThousandEntriesAreLookedUpByHash() {
        RegisterEntry[] entries = new RegisterEntry[100_000];
        for (int i = 0; i < entries.length; i++) entries[i] = entry(i + 1, "C" + i, "n" + i);
        IndexedRegister register = register(entries);
        for (int i = 0; i < entries.length; i++) {
            assertThat(codeOf(register, coded("C" + i, "")) == null).isFalse();
        }
    }
}
