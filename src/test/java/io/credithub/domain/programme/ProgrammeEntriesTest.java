package io.credithub.domain.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Level;
import io.credithub.domain.programme.EntryChange.EntryAct;
import io.credithub.domain.programme.RegisterFile.RegisterRow;
import io.credithub.domain.programme.RegisterOutcome.Altered;
import io.credithub.domain.programme.RegisterOutcome.NoSuchEntry;
import io.credithub.domain.programme.RegisterOutcome.NotAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProgrammeEntriesTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 6, 1);
    private static final Set<ProgrammeColumn> NAMES =
            Set.of(ProgrammeColumn.CODE, ProgrammeColumn.NAME, ProgrammeColumn.ALIASES);

    private static RegisterEntry entry(String code, String name, String... aliases) {
        AliasSet names = AliasSet.NONE.filing(List.of(aliases));
        return RegisterEntry.of(code, ProgrammeTerms.named(name), names).numbered(1);
    }

    private static ProgrammeEntries entries(RegisterEntry... all) {
        return ProgrammeEntries.of(List.of(all));
    }

    private static RegisterFile file(boolean isSnapshot, RegisterRow... rows) {
        return new RegisterFile(NAMES, List.of(rows), isSnapshot);
    }

    private static RegisterRow row(String code, String name, String... aliases) {
        return new RegisterRow(code, ProgrammeTerms.named(name), List.of(aliases));
    }

    private static ProgrammeEntries done(ProgrammeEntries before, RegisterOutcome outcome) {
        return RegisterDraws.after(before, outcome);
    }

    private static List<String> told(RegisterOutcome outcome) {
        return ((Altered) outcome)
                .changes().stream()
                        .map(change ->
                                change.entry().code() + " " + change.act() + " " + change.detail())
                        .toList();
    }

    @Test
    void aFileAddsAndChangesByCode() {
        ProgrammeEntries before = entries(entry("A", "师德", "德育"), entry("B", "阅读"));
        RegisterOutcome outcome =
                before.take(
                        file(false, row("A", "师德修养", "德育"), row("B", "阅读"), row("C", "劳动")), TODAY);
        assertThat(told(outcome)).containsExactly("A CHANGED name", "C ADDED ");
    }

    @Test
    void whatAFileHasNoColumnForStays() {
        ProgrammeTerms terms =
                new ProgrammeTerms("师德", Level.CITY, null, null, null, null, null, Map.of());
        ProgrammeEntries before =
                entries(RegisterEntry.of("A", terms, AliasSet.NONE.filing(List.of("德育"))));
        Set<ProgrammeColumn> columns = Set.of(ProgrammeColumn.CODE, ProgrammeColumn.NAME);
        RegisterFile file = new RegisterFile(columns, List.of(row("A", "师德")), false);
        assertThat(before.take(file, TODAY)).isEqualTo(new Altered(List.of()));
    }

    @Test
    void whatACompleteFileLeavesOutEndsAndIsRevivedByTheNext() {
        ProgrammeEntries before = entries(entry("A", "师德"), entry("B", "阅读"));
        RegisterOutcome ended = before.take(file(true, row("A", "师德")), TODAY);
        assertThat(told(ended)).containsExactly("B ENDED 2023-06-01");
        RegisterOutcome revived = done(before, ended).take(file(true, row("B", "阅读")), TODAY);
        assertThat(told(revived)).containsExactly("B REVIVED ", "A ENDED 2023-06-01");
    }

    @Test
    void anAliasAddedByHandOutlivesTheNextFile() {
        ProgrammeEntries before = entries(entry("A", "师德", "德育"));
        ProgrammeEntries after = done(before, before.addAlias("A", "职业道德"));
        ProgrammeEntries filed = done(after, after.take(file(false, row("A", "师德", "道德")), TODAY));
        assertThat(filed.entry("A"))
                .isNotNull()
                .extracting(RegisterEntry::names)
                .isEqualTo(List.of("师德", "道德", "职业道德"));
    }

    @Test
    void anAliasTakenAwayByHandStaysAwayUntilItIsAddedAgain() {
        ProgrammeEntries before = entries(entry("A", "师德", "德育"));
        ProgrammeEntries away = done(before, before.takeAliasAway("A", "德 育"));
        assertThat(away.take(file(false, row("A", "师德", "德育")), TODAY))
                .isEqualTo(new Altered(List.of()));
        assertThat(done(away, away.addAlias("A", "德育")).entry("A")).isEqualTo(before.entry("A"));
    }

    @Test
    void anAliasThatIsThereIsNotAddedTwice() {
        assertThat(entries(entry("A", "师德", "德育")).addAlias("A", "德　育"))
                .isEqualTo(new Altered(List.of()));
    }

    @Test
    void itsOwnNameIsNoAlias() {
        ProgrammeEntries entries = entries(entry("A", "师德"));
        NotAllowed ownName = new NotAllowed(RegisterRefusal.OWN_NAME);
        assertThat(entries.addAlias("A", "师 德")).isEqualTo(ownName);
        assertThat(entries.takeAliasAway("A", "师德")).isEqualTo(ownName);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        ProgrammeEntries entries = entries(entry("A", "师德"));
        NoSuchEntry nothing = new NoSuchEntry();
        assertThat(entries.takeAliasAway("A", "德育")).isEqualTo(nothing);
        assertThat(entries.addAlias("X", "德育")).isEqualTo(nothing);
        assertThat(entries.join("A", "X")).isEqualTo(nothing);
        assertThat(entries.withdraw("X")).isEqualTo(nothing);
    }

    @Test
    void joiningToAJoinedEntryIsJoiningToItsSurvivor() {
        ProgrammeEntries before =
                entries(entry("A", "a"), entry("B", "b").joined("A"), entry("C", "c"));
        assertThat(told(before.join("C", "B"))).containsExactly("C JOINED A");
    }

    @Test
    void noEntryIsJoinedToItself() {
        ProgrammeEntries entries = entries(entry("A", "a"), entry("B", "b").joined("A"));
        NotAllowed same = new NotAllowed(RegisterRefusal.SAME_ENTRY);
        assertThat(entries.join("A", "A")).isEqualTo(same);
        assertThat(entries.join("A", "B")).isEqualTo(same);
        assertThat(entries.join("B", "A")).isEqualTo(same);
    }

    @Test
    void aWithdrawnProgrammeIsJoinedToNoneThatCounts() {
        ProgrammeEntries entries = entries(entry("A", "a").withdrawn(true), entry("B", "b"));
        assertThat(entries.join("A", "B")).isEqualTo(new NotAllowed(RegisterRefusal.IS_WITHDRAWN));
        assertThat(entries.join("B", "A")).isEqualTo(new NotAllowed(RegisterRefusal.NOT_WITHDRAWN));
    }

    @Test
    void aProgrammeIsWithdrawnOnceAndReinstatedOnce() {
        ProgrammeEntries before = entries(entry("A", "师德"));
        ProgrammeEntries withdrawn = done(before, before.withdraw("A"));
        assertThat(withdrawn.withdraw("A")).isEqualTo(new NotAllowed(RegisterRefusal.IS_WITHDRAWN));
        RegisterOutcome back = withdrawn.reinstate("A");
        assertThat(back)
                .isEqualTo(
                        new Altered(
                                List.of(
                                        new EntryChange(
                                                entry("A", "师德"), EntryAct.REINSTATED, ""))));
        assertThat(before.reinstate("A")).isEqualTo(new NotAllowed(RegisterRefusal.NOT_WITHDRAWN));
    }
}
