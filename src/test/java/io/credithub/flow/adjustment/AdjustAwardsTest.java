package io.credithub.flow.adjustment;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.contract.Stores.VENDOR;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.CompletionBuilder.withdrawn;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.adjustment.AdjustmentAct;
import io.credithub.domain.adjustment.AdjustmentBounds;
import io.credithub.domain.completion.Level;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fakes.InMemoryStores;
import io.credithub.fixtures.CompletionBuilder;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.adjustment.AdjustAwards.AdjustmentRequest;
import io.credithub.flow.adjustment.AdjustAwards.AskedAward;
import io.credithub.flow.adjustment.AdjustmentBook.Signed;
import io.credithub.flow.delivery.Digest;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.statement.Statement;
import io.credithub.flow.statement.Statement.Explained;
import io.credithub.flow.statement.StatementQuery;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Teacher T-1 of county 140105, whose record of the vendor earns 10.00 by the rules, and 20.00 by
/// the vendor's own figure. A second person is needed above 5.00.
final class AdjustAwardsTest {
    private static final Jurisdiction COUNTY = new Jurisdiction("140105");
    private static final LocalDate DAY = LocalDate.of(2023, 5, 1);
    private static final UUID RECORD = key(VENDOR, "v");

    private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
    private final InMemoryStores stores = flow.stores();
    private final AdjustAwards adjust =
            new AdjustAwards(
                    stores.adjustmentBook(),
                    stores.lock(),
                    flow.postings(),
                    stores.policies(),
                    new AdjustmentBounds(new Credits(500)));

    AdjustAwardsTest() {
        flow.enrol(aTeacher("T-1").build());
        flow.post(VENDOR, vendors().build());
    }

    private static CompletionBuilder vendors() {
        return aCompletion("v").of("T-1").about("骨干教师培训").lasting(30).on(DAY).worth("20");
    }

    private static UUID key(String feed, String recordId) {
        return new Digest().of(feed + '\n' + recordId);
    }

    private static AdjustmentRequest by(String who) {
        return new AdjustmentRequest(COUNTY, new Signed(who, "REGISTRAR", "核对"));
    }

    private static AskedAward to(String credits) {
        return new AskedAward(Credits.rounded(new BigDecimal(credits)), "结业证书");
    }

    private String proposed(UUID record, String credits) {
        return text(done(adjust.ofRecord(by("first"), record, to(credits))));
    }

    private String acted(AdjustmentAct act, String who) {
        return acted(act, who, 1);
    }

    private String acted(AdjustmentAct act, String who, long id) {
        return text(done(adjust.act(by(who), id, act)));
    }

    private static String text(Outcome<Long, NotAdjusted> outcome) {
        return switch (outcome) {
            case Outcome.Done<Long, NotAdjusted>(Long id) -> "done " + id;
            case Outcome.NotFound<Long, NotAdjusted> _ -> "not found";
            case Outcome.Refused<Long, NotAdjusted>(NotAdjusted why) ->
                    why.most() == null ? why.why().name() : why.why() + " " + why.most();
        };
    }

    private String earned() {
        return flow.standing("T-1", 2022).earned().toString();
    }

    private Statement statement() {
        StatementQuery query =
                new StatementQuery(
                        stores.registry(),
                        (_, _, _) -> Uni.createFrom().item(List.of()),
                        stores.bank(),
                        stores.policies(),
                        stores.clock());
        return done(query.tell("T-1", 2022, COUNTY)).orElseThrow();
    }

    private void recomputed(int hoursPerCredit) {
        Recompute recompute =
                new Recompute(
                        stores.lock(),
                        stores.recomputations(),
                        stores.kinds(),
                        new Recompute.Judges(flow.postings(), stores.policies()),
                        stores.clock());
        int id = done(recompute.ask(RuleSets.hoursPerCredit(hoursPerCredit), "asker")).id();
        done(stores.recomputations().rules(id).chain(recompute::tell));
        var told = done(stores.recomputations().find(id, Jurisdiction.NATION)).orElseThrow();
        done(recompute.decide(told, new Recompute.Deciding("decider", "新规")));
        done(recompute.apply(id));
    }

    @Test
    void aLittleIsPostedAtOnceAndTold() {
        assertThat(proposed(RECORD, "12.5")).isEqualTo("done 1");
        assertThat(flow.lines("T-1"))
                .containsExactly(
                        "AWARD 10.00 AWARDED", "REVERSAL -10.00 ADJUSTED", "AWARD 12.50 ADJUSTED");
        assertThat(earned()).isEqualTo("12.50");
        Statement told = statement();
        assertThat(told.verified()).isTrue();
        Explained line = told.entries().getLast();
        assertThat(line.byRules()).isEqualTo(new Credits(1_000));
        assertThat(line.line().adjustment())
                .satisfies(by -> assertThat(by.credits()).isEqualTo(new Credits(1_250)));
        assertThat(told.entries().getFirst().line().adjustment()).isNull();
        assertThat(acted(AdjustmentAct.CONFIRM, "second")).isEqualTo("DECIDED");
    }

    @Test
    void moreThanALittleWaitsForASecondPerson() {
        assertThat(proposed(RECORD, "4.99")).isEqualTo("done 1");
        assertThat(earned()).isEqualTo("10.00");
        assertThat(proposed(RECORD, "9.00")).isEqualTo("ADJUSTED_ALREADY");
        assertThat(acted(AdjustmentAct.CONFIRM, "first")).isEqualTo("OWN_PROPOSAL");
        assertThat(acted(AdjustmentAct.REFUSE, "first")).isEqualTo("OWN_PROPOSAL");
        assertThat(acted(AdjustmentAct.WITHDRAW, "second")).isEqualTo("ANOTHERS_PROPOSAL");
        assertThat(earned()).isEqualTo("10.00");
        assertThat(acted(AdjustmentAct.CONFIRM, "second")).isEqualTo("done 1");
        assertThat(earned()).isEqualTo("4.99");
        assertThat(acted(AdjustmentAct.CONFIRM, "second")).isEqualTo("DECIDED");
        assertThat(statement().verified()).isTrue();
    }

    @Test
    void whatIsRefusedOrWithdrawnChangesNothing() {
        proposed(RECORD, "0");
        assertThat(acted(AdjustmentAct.REFUSE, "second")).isEqualTo("done 1");
        assertThat(proposed(RECORD, "0")).isEqualTo("done 2");
        assertThat(acted(AdjustmentAct.WITHDRAW, "first", 2)).isEqualTo("done 2");
        assertThat(acted(AdjustmentAct.REVOKE, "second", 2)).isEqualTo("DECIDED");
        assertThat(flow.lines("T-1")).containsExactly("AWARD 10.00 AWARDED");
    }

    @Test
    void whatIsRevokedEarnsByTheRulesAgain() {
        proposed(RECORD, "12");
        assertThat(proposed(RECORD, "13")).isEqualTo("ADJUSTED_ALREADY");
        assertThat(acted(AdjustmentAct.REVOKE, "second")).isEqualTo("done 1");
        assertThat(earned()).isEqualTo("10.00");
        assertThat(flow.lines("T-1"))
                .endsWith("REVERSAL -12.00 ADJUSTMENT_REVOKED", "AWARD 10.00 ADJUSTMENT_REVOKED");
        assertThat(statement().verified()).isTrue();
        assertThat(proposed(RECORD, "13")).isEqualTo("done 2");
        assertThat(earned()).isEqualTo("13.00");
        assertThat(statement().verified()).isTrue();
    }

    @Test
    void aCorrectedContentIsLookedAtAnewAndTheOldOneComesBackAdjusted() {
        proposed(RECORD, "12");
        flow.post(VENDOR, vendors().lasting(33).build());
        assertThat(earned()).isEqualTo("11.00");
        assertThat(proposed(RECORD, "0")).isEqualTo("done 2");
        flow.post(VENDOR, vendors().build());
        assertThat(earned()).as("the first content again").isEqualTo("12.00");
        assertThat(acted(AdjustmentAct.CONFIRM, "second", 2)).isEqualTo("CONTENT_CHANGED");
        flow.post(VENDOR, vendors().lasting(36).build());
        assertThat(acted(AdjustmentAct.REVOKE, "second", 1)).isEqualTo("done 1");
        assertThat(earned()).isEqualTo("12.00");
        flow.post(VENDOR, vendors().build());
        assertThat(earned()).isEqualTo("10.00");
        assertThat(statement().verified()).isTrue();
    }

    @Test
    void whatStandsAsideEarnsNothingAndComesBackAdjusted() {
        proposed(RECORD, "12");
        flow.post(PROVINCE, aCompletion("p").of("T-1").about("骨干教师培训").lasting(30).on(DAY).build());
        assertThat(earned()).isEqualTo("10.00");
        assertThat(proposed(key(PROVINCE, "p"), "9")).isEqualTo("done 2");
        assertThat(earned()).isEqualTo("9.00");
        flow.post(PROVINCE, withdrawn("p", 2));
        assertThat(earned()).isEqualTo("12.00");
        assertThat(flow.lines("T-1")).endsWith("AWARD 12.00 REINSTATED");
        assertThat(statement().verified()).isTrue();
    }

    @Test
    void otherRulesKeepWhatWasDecidedAndTellWhatTheyGive() {
        proposed(RECORD, "12");
        recomputed(6);
        assertThat(earned()).isEqualTo("12.00");
        assertThat(flow.lines("T-1")).endsWith("AWARD 12.00 JUDGED_ANEW");
        assertThat(statement().verified()).isTrue();
        assertThat(statement().entries().getLast().byRules()).isEqualTo(new Credits(500));
        assertThat(acted(AdjustmentAct.REVOKE, "second")).isEqualTo("done 1");
        assertThat(earned()).isEqualTo("5.00");
    }

    @Test
    void theOrderOfRulesAndDecisionsIsAllOne() {
        proposed(RECORD, "9");
        recomputed(6);
        List<Explained> first = statement().entries();
        AdjustAwardsTest other = new AdjustAwardsTest();
        other.recomputed(6);
        other.proposed(RECORD, "9");
        List<Explained> second = other.statement().entries();
        assertThat(first.getLast().line().amounts()).isEqualTo(second.getLast().line().amounts());
        assertThat(first.getLast().byRules()).isEqualTo(second.getLast().byRules());
        assertThat(other.earned()).isEqualTo(earned());
    }

    @Test
    void noMoreIsAskedThanTheSourceSaysOrThePolicyCouldAward() {
        assertThat(proposed(RECORD, "10")).isEqualTo("AS_BY_RULES");
        assertThat(proposed(RECORD, "20.01")).isEqualTo("OUT_OF_BOUNDS 20.00");
        assertThat(proposed(RECORD, "20")).isEqualTo("done 1");
        UUID ofSchool = key(VENDOR, "s");
        flow.post(
                VENDOR,
                aCompletion("s").of("T-1").at(Level.COUNTY).about("县级").lasting(30).build());
        assertThat(proposed(ofSchool, "10.01")).isEqualTo("OUT_OF_BOUNDS 10.00");
    }

    @Test
    void ofABreakItsRecordIsAdjustedIfThereIsOne() {
        UUID figure = new UUID(1, 1);
        UUID missing = new UUID(1, 2);
        UUID held = new UUID(1, 3);
        flow.post(VENDOR, aCompletion("long").of("T-1").about("长").lasting(900).on(DAY).build());
        stores.adjustmentBook().plant(figure, RECORD);
        stores.adjustmentBook().plant(missing, null);
        stores.adjustmentBook().plant(held, key(VENDOR, "long"));
        assertThat(text(done(adjust.ofBreak(by("first"), figure, to("12"))))).isEqualTo("done 1");
        assertThat(text(done(adjust.ofBreak(by("first"), missing, to("12")))))
                .isEqualTo("NO_RECORD");
        assertThat(text(done(adjust.ofBreak(by("first"), held, to("12")))))
                .isEqualTo("NOT_IN_FORCE");
        assertThat(text(done(adjust.ofBreak(by("first"), new UUID(1, 4), to("12")))))
                .isEqualTo("not found");
    }

    @Test
    void anotherCountysIsNotFound() {
        AdjustmentRequest another =
                new AdjustmentRequest(
                        new Jurisdiction("140106"), new Signed("first", "REGISTRAR", "核对"));
        assertThat(text(done(adjust.ofRecord(another, RECORD, to("12"))))).isEqualTo("not found");
        proposed(RECORD, "0");
        assertThat(text(done(adjust.act(another, 1, AdjustmentAct.REFUSE)))).isEqualTo("not found");
    }
}
