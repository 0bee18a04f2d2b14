package io.credithub.flow.hold;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.programme.AliasSet;
import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.EntryChange.EntryAct;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.RegisterEntry;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Digest;
import io.credithub.flow.hold.DecideHolds.HoldRefusal;
import io.credithub.flow.hold.DecideHolds.HoldRequest;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.result.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Teacher T-1 of county 140105; the province's system comes before the vendor.
final class DecideHoldsTest {
    private static final Jurisdiction COUNTY = new Jurisdiction("140105");
    private static final LocalDate DAY = LocalDate.of(2023, 5, 1);

    private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
    private final DecideHolds decide =
            new DecideHolds(flow.stores().holdBook(), flow.stores().lock(), flow.postings());

    DecideHoldsTest() {
        flow.enrol(aTeacher("T-1").build());
    }

    private static UUID key(String feed, String recordId) {
        return new Digest().of(feed + '\n' + recordId);
    }

    private List<String> decided(Jurisdiction within, HoldDecision decision, UUID... records) {
        HoldRequest request = new HoldRequest(within, "somebody", decision, "核对");
        Map<UUID, Outcome<VersionState, HoldRefusal>> told =
                done(decide.decide(request, List.of(records)));
        List<String> texts = new ArrayList<>();
        for (UUID record : records) texts.add(text(Objects.requireNonNull(told.get(record))));
        return texts;
    }

    private static String text(Outcome<VersionState, HoldRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<VersionState, HoldRefusal>(VersionState now) -> now.name();
            case Outcome.NotFound<VersionState, HoldRefusal> _ -> "not found";
            case Outcome.Refused<VersionState, HoldRefusal>(HoldRefusal why) -> why.name();
        };
    }

    private String earned() {
        return flow.standing("T-1", 2022).earned().toString();
    }

    /// 20 hours of the province, and the vendor's two days later: suspected to be the same.
    private UUID suspected() {
        flow.post(PROVINCE, aCompletion("p").of("T-1").about("骨干教师培训").lasting(30).on(DAY).build());
        flow.post(
                VENDOR,
                aCompletion("v")
                        .of("T-1")
                        .about("骨干教师培训第2期")
                        .lasting(30)
                        .on(DAY.plusDays(2))
                        .build());
        return key(VENDOR, "v");
    }

    private UUID implausible() {
        flow.post(VENDOR, aCompletion("long").of("T-1").about("长").lasting(900).on(DAY).build());
        return key(VENDOR, "long");
    }

    @Test
    void aDifferentTrainingIsPostedAndTheSameOneIsNot() {
        UUID record = suspected();
        String once = earned();
        assertThat(decided(COUNTY, HoldDecision.DIFFERENT, record)).containsExactly("IN_FORCE");
        assertThat(earned()).isNotEqualTo(once);
        assertThat(decided(COUNTY, HoldDecision.SAME, record)).containsExactly("ASIDE");
        assertThat(earned()).isEqualTo(once);
    }

    @Test
    void whatIsReleasedIsPostedAndWhatIsRefusedIsReversed() {
        UUID record = implausible();
        assertThat(earned()).isEqualTo("0.00");
        assertThat(decided(COUNTY, HoldDecision.REFUSE, record)).containsExactly("REFUSED");
        assertThat(decided(COUNTY, HoldDecision.RELEASE, record)).containsExactly("IN_FORCE");
        assertThat(earned()).isEqualTo("300.00");
        assertThat(decided(COUNTY, HoldDecision.REFUSE, record)).containsExactly("REFUSED");
        assertThat(earned()).isEqualTo("0.00");
        assertThat(flow.lines("T-1"))
                .containsExactly("AWARD 300.00 RELEASED", "REVERSAL -300.00 REFUSED");
    }

    @Test
    void whatDoesNotAnswerTheQuestionIsRefused() {
        UUID suspected = suspected();
        UUID implausible = implausible();
        assertThat(decided(COUNTY, HoldDecision.RELEASE, suspected))
                .containsExactly("WRONG_DECISION");
        assertThat(decided(COUNTY, HoldDecision.SAME, implausible))
                .containsExactly("WRONG_DECISION");
    }

    @Test
    void aWithdrawnProgrammeIsPutRightInTheRegisterAndMayBeRefusedHere() {
        RegisterEntry faked =
                new RegisterEntry(
                        0, "GP-1", ProgrammeTerms.named("假培训"), AliasSet.NONE, null, null, true);
        EntryChange change = new EntryChange(faked, EntryAct.WITHDRAWN, "");
        Deciding deciding = new Deciding("registrar", "考勤造假");
        done(
                flow.stores()
                        .lock()
                        .withLock(
                                1,
                                ledger ->
                                        flow.stores()
                                                .registerStore()
                                                .keep(ledger, deciding, List.of(change))));
        flow.post(VENDOR, aCompletion("w").of("T-1").about("假培训").lasting(30).on(DAY).build());
        UUID record = key(VENDOR, "w");
        assertThat(decided(COUNTY, HoldDecision.RELEASE, record))
                .containsExactly("WITHDRAWN_PROGRAMME");
        assertThat(decided(COUNTY, HoldDecision.REFUSE, record)).containsExactly("REFUSED");
        assertThat(earned()).isEqualTo("0.00");
    }

    @Test
    void whatIsNotHeldIsNotDecided() {
        suspected();
        assertThat(decided(COUNTY, HoldDecision.SAME, key(PROVINCE, "p")))
                .containsExactly("NOT_HELD");
        assertThat(decided(COUNTY, HoldDecision.SAME, key(PROVINCE, "nothing")))
                .containsExactly("not found");
    }

    @Test
    void anotherCountysIsNotFound() {
        UUID record = implausible();
        assertThat(decided(new Jurisdiction("140106"), HoldDecision.RELEASE, record))
                .containsExactly("not found");
        assertThat(earned()).isEqualTo("0.00");
    }

    @Test
    void aDecisionAboutAContentIsNoneAboutTheNext() {
        UUID record = implausible();
        decided(COUNTY, HoldDecision.REFUSE, record);
        flow.post(
                VENDOR,
                aCompletion("long").of("T-1").about("长").lasting(30).on(DAY).revision(2).build());
        assertThat(earned()).isEqualTo("10.00");
        assertThat(decided(COUNTY, HoldDecision.RELEASE, record)).containsExactly("NOT_HELD");
    }

    @Test
    void manyAreDecidedAndEachIsAnswered() {
        UUID suspected = suspected();
        UUID implausible = implausible();
        assertThat(
                        decided(
                                COUNTY,
                                HoldDecision.DIFFERENT,
                                implausible,
                                key(VENDOR, "nothing"),
                                suspected))
                .containsExactly("WRONG_DECISION", "not found", "IN_FORCE");
    }

    @Test
    void moreThanFitUnderOneLockAreDecidedAllTheSame() {
        List<UUID> records = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String id = "r" + i;
            flow.post(
                    VENDOR,
                    aCompletion(id)
                            .of("T-1")
                            .about("培训之" + "甲".repeat(i + 1))
                            .lasting(900)
                            .on(DAY)
                            .build());
            records.add(key(VENDOR, id));
        }
        assertThat(decided(COUNTY, HoldDecision.RELEASE, records.toArray(UUID[]::new)))
                .hasSize(60)
                .containsOnly("IN_FORCE");
    }
}
