package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Digest;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.hold.Hold;
import io.credithub.flow.hold.Hold.HoldFile;
import io.credithub.flow.hold.Hold.PastDecision;
import io.credithub.flow.hold.HoldBook.NewDecision;
import io.credithub.flow.hold.HoldState;
import io.credithub.flow.hold.Holds;
import io.credithub.flow.hold.Holds.HoldCount;
import io.credithub.flow.hold.Holds.HoldCursor;
import io.credithub.flow.hold.Holds.HoldFilter;
import io.credithub.flow.hold.Holds.PlacedHold;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whoever looks for held records finds those of the own division, page by page, with the other
/// record and everything that was decided.
public abstract class HoldsContract {
    private static final Jurisdiction COUNTY = new Jurisdiction(Steps.COUNTY);
    private static final Jurisdiction ELSEWHERE = new Jurisdiction("140106");
    private static final int MANY = 10_000;

    private final Stores stores;
    private final Holds holds;
    private final Steps steps;

    protected HoldsContract(Stores stores, Holds holds) {
        this.stores = stores;
        this.holds = holds;
        this.steps = new Steps(stores);
    }

    private UUID posted(String record, int teacher, int hours) {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, record, teacher, 1, hours);
        steps.post(chunk, arrival);
        return Steps.key(arrival);
    }

    /// A record that says all that another one says, whose id comes before.
    private UUID held(String record, int teacher) {
        posted("0" + record, teacher, 10);
        return posted("1" + record, teacher, 10);
    }

    private static HoldFilter open(@Nullable String teacherNo) {
        return new HoldFilter(COUNTY, HoldState.OPEN, Set.of(), null, null, teacherNo);
    }

    private List<PlacedHold> list(HoldFilter filter) {
        return Steps.wait(holds.list(filter, null, MANY));
    }

    private static List<UUID> keys(List<PlacedHold> found) {
        return found.stream().map(one -> one.place().record()).toList();
    }

    private @Nullable HoldFile find(UUID record, Jurisdiction within) {
        return Steps.wait(holds.find(record, within));
    }

    private void keep(UUID record, @Nullable UUID peer, HoldDecision decision, String why) {
        NewDecision made =
                new NewDecision(
                        record,
                        1,
                        peer == null ? HoldReason.HOURS_A_DAY : HoldReason.WITHIN_SOURCE,
                        peer,
                        peer == null ? null : MatchRule.ALL_EQUAL,
                        decision,
                        why,
                        "somebody");
        steps.underLock(ledger -> stores.holdBook().keep(ledger, List.of(made)));
    }

    @Test
    void aHeldRecordIsToldWithTheOneThatItIsHeldFor() {
        UUID record = held("R", steps.teacher("T"));
        Hold hold = Objects.requireNonNull(find(record, COUNTY)).hold();
        assertThat(hold.state()).isEqualTo(HoldState.OPEN);
        assertThat(hold.reason()).isEqualTo(HoldReason.WITHIN_SOURCE);
        assertThat(hold.rule()).isEqualTo(MatchRule.ALL_EQUAL);
        assertThat(hold.teacherNo()).isEqualTo(steps.own("T"));
        assertThat(hold.division()).isEqualTo(Steps.COUNTY);
        assertThat(hold.record().version().copy().key()).isEqualTo(record);
        assertThat(hold.record().version().was()).isEqualTo(VersionState.HELD);
        assertThat(hold.record().programme()).isEqualTo(steps.own("研修"));
        assertThat(Objects.requireNonNull(hold.peer()).version().copy().origin().recordId())
                .isEqualTo(steps.own("0R"));
        assertThat(hold.decision()).isNull();
        assertThat(list(open(steps.own("T"))))
                .extracting(one -> one.hold().record().version().copy().key())
                .containsExactly(record);
    }

    @Test
    void whatCountsIsNotHeld() {
        UUID counts = posted("R", steps.teacher("T"), 10);
        assertThat(find(counts, COUNTY)).isNull();
        assertThat(find(new Digest().of(steps.own("nothing")), COUNTY)).isNull();
        assertThat(list(open(steps.own("T")))).isEmpty();
    }

    @Test
    void anotherCountySeesNothingOfItAndTheCityAll() {
        UUID record = held("R", steps.teacher("T"));
        assertThat(find(record, ELSEWHERE)).isNull();
        assertThat(find(record, new Jurisdiction("140100"))).isNotNull();
        assertThat(
                        list(
                                new HoldFilter(
                                        ELSEWHERE,
                                        HoldState.OPEN,
                                        Set.of(),
                                        null,
                                        null,
                                        steps.own("T"))))
                .isEmpty();
    }

    @Test
    void eachWordOfTheFilterLeavesOthersOut() {
        UUID record = held("R", steps.teacher("T"));
        String teacher = steps.own("T");
        Set<HoldReason> right = Set.of(HoldReason.WITHIN_SOURCE, HoldReason.LEVEL);
        Set<HoldReason> wrong = Set.of(HoldReason.LEVEL);
        Jurisdiction city = new Jurisdiction("140100");
        HoldState open = HoldState.OPEN;
        assertThat(keys(list(new HoldFilter(city, open, right, Stores.PROVINCE, COUNTY, teacher))))
                .containsExactly(record);
        assertThat(list(new HoldFilter(city, open, wrong, null, null, teacher))).isEmpty();
        assertThat(list(new HoldFilter(city, open, right, Stores.VENDOR, null, teacher))).isEmpty();
        assertThat(list(new HoldFilter(city, open, right, null, ELSEWHERE, teacher))).isEmpty();
        assertThat(list(new HoldFilter(city, HoldState.SAME, right, null, null, teacher)))
                .isEmpty();
    }

    @Test
    void pagesGoOnBehindTheLastInTheOrderInWhichTheyCame() {
        int teacher = steps.teacher("T");
        posted("0", teacher, 10);
        List<UUID> came = new ArrayList<>();
        for (String record : List.of("a", "b", "c")) came.add(posted(record, teacher, 10));
        List<UUID> read = new ArrayList<>();
        HoldCursor after = null;
        for (int page = 0; page < 4; page++) {
            List<PlacedHold> found = Steps.wait(holds.list(open(steps.own("T")), after, 1));
            if (found.isEmpty()) break;
            after = found.getLast().place();
            read.addAll(keys(found));
        }
        assertThat(read).isEqualTo(came);
    }

    @Test
    void everythingThatWasDecidedStaysTheNewestFirst() {
        UUID record = held("R", steps.teacher("T"));
        keep(record, null, HoldDecision.RELEASE, "先");
        keep(record, null, HoldDecision.REFUSE, "后");
        HoldFile file = Objects.requireNonNull(find(record, COUNTY));
        assertThat(file.history()).extracting(PastDecision::why).containsExactly("后", "先");
        assertThat(file.hold().decision()).isEqualTo(file.history().getFirst());
        assertThat(file.hold().state()).as("it is still held").isEqualTo(HoldState.OPEN);
    }

    @Test
    void whatCountsAfterADecisionAboutThePairIsDecided() {
        int teacher = steps.teacher("T");
        UUID one = posted("A", teacher, 10);
        UUID other = posted("B", teacher, 20);
        keep(one, other, HoldDecision.DIFFERENT, "两期");
        HoldFilter decided =
                new HoldFilter(COUNTY, HoldState.DIFFERENT, Set.of(), null, null, steps.own("T"));
        assertThat(keys(list(decided))).containsExactly(one);
        Hold hold = Objects.requireNonNull(find(one, COUNTY)).hold();
        assertThat(hold.state()).isEqualTo(HoldState.DIFFERENT);
        assertThat(hold.reason()).isEqualTo(HoldReason.WITHIN_SOURCE);
        assertThat(Objects.requireNonNull(hold.peer()).version().copy().key()).isEqualTo(other);
    }

    @Test
    void theSummaryCountsWhatIsOpen() {
        HoldCount before = count();
        held("R", steps.teacher("T"));
        HoldCount after = count();
        assertThat(after.records() - before.records()).isEqualTo(1);
        assertThat(after.hours().hundredths() - before.hours().hundredths()).isEqualTo(10_00);
        assertThat(after.credits().hundredths()).isGreaterThan(before.credits().hundredths());
        assertThat(Steps.wait(holds.summary(ELSEWHERE)))
                .noneMatch(one -> one.division().equals(Steps.COUNTY));
    }

    private HoldCount count() {
        return Steps.wait(holds.summary(COUNTY)).stream()
                .filter(one -> one.reason() == HoldReason.WITHIN_SOURCE)
                .filter(one -> one.feed().equals(Stores.PROVINCE))
                .findFirst()
                .orElseGet(() ->
                        new HoldCount(
                                HoldReason.WITHIN_SOURCE,
                                Stores.PROVINCE,
                                Steps.COUNTY,
                                0,
                                new Hours(0),
                                Credits.ZERO));
    }
}
