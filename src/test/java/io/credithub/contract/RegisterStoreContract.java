package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.programme.AliasSet;
import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.EntryChange.EntryAct;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.RegisterEntry;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.register.RegisterQuery.EntryEvent;
import io.credithub.flow.register.RegisterQuery.EntryState;
import io.credithub.flow.register.RegisterQuery.FoundEntry;
import io.credithub.flow.register.RegisterQuery.RegisterSearch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The programme register is kept version by version, and found by what is known of an entry.
public abstract class RegisterStoreContract {
    private static final Deciding DECIDING = new Deciding("registrar", "年度目录");
    private static final RegisterSearch ANYTHING =
            new RegisterSearch(null, null, null, null, null, null);

    private final Stores stores;
    private final Steps steps;

    protected RegisterStoreContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
    }

    private RegisterEntry entry(String code) {
        ProgrammeTerms terms =
                new ProgrammeTerms(
                        "信息 技术",
                        Level.NATIONAL,
                        Form.BLENDED,
                        6000,
                        "省教育厅",
                        LocalDate.of(2023, 3, 1),
                        LocalDate.of(2023, 12, 31),
                        Map.of("140105", 30, "140106", 20));
        AliasSet aliases = new AliasSet(List.of("ＩＣＴ", "旧名"), List.of("手加"), List.of("旧名"));
        return new RegisterEntry(0, steps.own(code), terms, aliases, null, null, false);
    }

    private long keep(EntryAct act, String detail, RegisterEntry... entries) {
        List<EntryChange> changes =
                List.of(entries).stream().map(one -> new EntryChange(one, act, detail)).toList();
        return steps.underLock(ledger -> stores.registerStore().keep(ledger, DECIDING, changes));
    }

    private @Nullable RegisterEntry kept(String code) {
        ProgrammeEntries entries = steps.looking(stores.registerStore()::entries);
        return entries.entry(steps.own(code));
    }

    private RegisterEntry found(String code) {
        return Objects.requireNonNull(kept(code));
    }

    private List<String> search(RegisterSearch search) {
        return Steps.wait(stores.registerQuery().search(search, 0, 500)).stream()
                .map(RegisterEntry::code)
                .filter(code -> code.endsWith(steps.own("")))
                .toList();
    }

    @Test
    void anEntryIsKeptAsItIs() {
        keep(EntryAct.ADDED, "", entry("A"));
        RegisterEntry kept = found("A");
        assertThat(kept.number()).isPositive();
        assertThat(kept).isEqualTo(entry("A").numbered(kept.number()));
    }

    @Test
    void anEntryOfWhichNothingIsSaidIsKeptToo() {
        RegisterEntry bare =
                new RegisterEntry(
                        0,
                        steps.own("A"),
                        ProgrammeTerms.named("x"),
                        AliasSet.NONE,
                        null,
                        null,
                        false);
        keep(EntryAct.ADDED, "", bare);
        assertThat(found("A")).isEqualTo(bare.numbered(found("A").number()));
    }

    @Test
    void eachChangeIsAVersionOfItsOwnAndTheNumberStays() {
        long first = keep(EntryAct.ADDED, "", entry("A"));
        RegisterEntry kept = found("A");
        RegisterEntry ended = ended(kept, LocalDate.of(2023, 6, 1));
        long second = keep(EntryAct.ENDED, "2023-06-01", ended);
        assertThat(second).isGreaterThan(first);
        assertThat(found("A")).isEqualTo(ended);
    }

    private static RegisterEntry ended(RegisterEntry entry, LocalDate day) {
        return new RegisterEntry(
                entry.number(),
                entry.code(),
                entry.terms(),
                entry.aliases(),
                entry.joinedTo(),
                day,
                entry.isWithdrawn());
    }

    private static RegisterEntry joined(RegisterEntry entry, String to) {
        return new RegisterEntry(
                entry.number(), entry.code(), entry.terms(), entry.aliases(), to, null, false);
    }

    @Test
    void whatIsNotCommittedIsNotKept() {
        EntryChange change = new EntryChange(entry("A"), EntryAct.ADDED, "");
        Steps.wait(
                stores.lock()
                        .dryRun(
                                1,
                                ledger ->
                                        stores.registerStore()
                                                .keep(ledger, DECIDING, List.of(change))));
        assertThat(kept("A")).isNull();
    }

    @Test
    void anEntryIsFoundByWhatIsKnownOfIt() {
        keep(EntryAct.ADDED, "", entry("A"));
        String own = steps.own("A");
        assertThat(search(new RegisterSearch(own, null, null, null, null, null)))
                .containsExactly(own);
        assertThat(search(new RegisterSearch(null, "息技", null, null, null, null)))
                .containsExactly(own);
        assertThat(search(new RegisterSearch(null, "ict", null, null, null, null)))
                .containsExactly(own);
        assertThat(search(new RegisterSearch(null, "旧名", null, null, null, null))).isEmpty();
        assertThat(search(new RegisterSearch(own, null, Level.CITY, null, null, null))).isEmpty();
        assertThat(search(new RegisterSearch(own, null, null, 2023, "教育厅", null)))
                .containsExactly(own);
        assertThat(search(new RegisterSearch(own, null, null, 2024, null, null))).isEmpty();
        assertThat(search(new RegisterSearch(own, null, null, null, null, EntryState.ENDED)))
                .isEmpty();
        assertThat(search(new RegisterSearch(own, null, null, null, null, EntryState.IN_FORCE)))
                .containsExactly(own);
    }

    @Test
    void aPageGoesOnAfterTheLastOneOfThePageBefore() {
        keep(EntryAct.ADDED, "", entry("A"), entry("B"), entry("C"));
        List<RegisterEntry> rest =
                Steps.wait(stores.registerQuery().search(ANYTHING, found("A").number(), 10_000));
        assertThat(rest.stream().map(RegisterEntry::code))
                .contains(steps.own("B"), steps.own("C"))
                .doesNotContain(steps.own("A"));
        assertThat(Steps.wait(stores.registerQuery().search(ANYTHING, found("A").number(), 1)))
                .hasSize(1);
    }

    @Test
    void anEntryTellsItsHistoryAndWhatWasJoinedToIt() {
        long first = keep(EntryAct.ADDED, "", entry("A"), entry("B"));
        long second = keep(EntryAct.JOINED, steps.own("A"), joined(found("B"), steps.own("A")));
        FoundEntry survivor = find("A", null);
        assertThat(survivor.joined()).containsExactly(steps.own("B"));
        assertThat(find("B", null).history())
                .extracting(
                        EntryEvent::version, EntryEvent::by, EntryEvent::reason, EntryEvent::act)
                .containsExactly(
                        tuple(first, "registrar", "年度目录", EntryAct.ADDED),
                        tuple(second, "registrar", "年度目录", EntryAct.JOINED));
        assertThat(survivor.entry()).isEqualTo(found("A"));
    }

    @Test
    void whatTheRegisterSaidAtAMomentIsKnownLongAfter() {
        keep(EntryAct.ADDED, "", entry("A"));
        RegisterEntry before = found("A");
        Instant then = find("A", null).history().getLast().at();
        assertThat(Steps.wait(stores.registerQuery().find(steps.own("A"), then.minusSeconds(3600))))
                .isEmpty();
        assertThat(find("A", then.plusSeconds(3600)).entry()).isEqualTo(before);
    }

    private FoundEntry find(String code, @Nullable Instant at) {
        return Steps.wait(stores.registerQuery().find(steps.own(code), at)).orElseThrow();
    }
}
