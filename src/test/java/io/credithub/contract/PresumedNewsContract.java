package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.contract.Stores.Outcomes;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.KnownCopies;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.TrainingRef;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.domain.programme.RegisteredProgramme;
import io.credithub.domain.reconcile.Authority;
import io.credithub.domain.reconcile.Matching;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.domain.reconcile.RoleRulings;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.TeacherAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is presumed to be news is posted without a question, or not at all.
public abstract class PresumedNewsContract {
    /// Knows every training as one and the same programme.
    private static final CopyMatcher REGISTERED =
            new Matching(
                    new OneProgramme(),
                    MatchingRules.DEFAULT,
                    (_, _) -> 1,
                    _ -> Authority.ANY,
                    RoleRulings.SILENT);

    private final Stores stores;
    private final Steps steps;

    protected PresumedNewsContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
    }

    private static final class OneProgramme implements ProgrammeRegister {
        @Override
        public RegisteredProgramme find(ProgrammeTitle title, LocalDate day) {
            return new RegisteredProgramme(
                    1, "A", "A", List.of(), null, null, null, null, null, null, false);
        }

        @Override
        public String family(ProgrammeTitle title, LocalDate day) {
            return EMPTY.family(title, day);
        }
    }

    private boolean isWritten(Arrival arrival) {
        List<UUID> keys = List.of(Steps.key(arrival));
        return !steps.looking(ledger -> ledger.briefs(keys)).isEmpty();
    }

    @Test
    void newsAreWrittenWithTheWorkThatFollowsFromThem() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        RecordMerge news = news(steps.arrival(chunk, "R", teacher, 1, 30));
        assertThat(tryOptimistic(chunk, news)).isEqualTo("posted");
        TeacherAccount.AccountCycle sums = steps.account(teacher).cycles().get(2022);
        assertThat(sums).isNotNull();
        assertThat(sums.earned()).isEqualTo(10_00);
        assertThat(stores.outcomes(chunk.ref().delivery())).isEqualTo(new Outcomes(1, 0, 0, 0));
    }

    private static RecordMerge news(Arrival arrival) {
        RecordMerge merge = new RecordMerge(Stores.MATCHER, List.of());
        merge.arrive(arrival);
        merge.groups();
        merge.settle(KnownCopies.NONE);
        return merge;
    }

    private @Nullable String tryOptimistic(LandedChunk chunk, RecordMerge news) {
        return tryOptimistic(chunk, news, Stores.MATCHER);
    }

    private @Nullable String tryOptimistic(
            LandedChunk chunk, RecordMerge news, CopyMatcher matcher) {
        return Steps.wait(
                stores.lock()
                        .tryOptimistic(
                                news.changes(),
                                matcher,
                                ledger ->
                                        steps.postings()
                                                .post(
                                                        ledger,
                                                        news,
                                                        (merge, totals) ->
                                                                Steps.posting(
                                                                        chunk, merge, totals,
                                                                        List.of(), Map.of()))
                                                .replaceWith("posted")));
    }

    @Test
    void newsOfARecordThatIsKnownAreNone() {
        int teacher = steps.teacher("T");
        steps.post(Stores.PROVINCE, "R", teacher, 1, 30);
        LandedChunk chunk = stores.land(Stores.PROVINCE, 2);
        assertThat(tryOptimistic(chunk, news(steps.arrival(chunk, "R", teacher, 2, 60)))).isNull();
        assertThat(stores.outcomes(chunk.ref().delivery())).isEqualTo(new Outcomes(0, 0, 0, 0));
        assertThat(steps.account(teacher).cycles().get(2022))
                .satisfies(sums -> assertThat(sums.earned()).isEqualTo(10_00));
    }

    @Test
    void newsOfATrainingThatCountsAlreadyAreNone() {
        int teacher = steps.teacher("T");
        steps.post(Stores.PROVINCE, "R", teacher, 1, 30);
        LandedChunk chunk = stores.land(Stores.VENDOR, 1);
        Arrival copy = steps.arrival(chunk, "V", teacher, 1, 60);
        assertThat(tryOptimistic(chunk, news(copy))).isNull();
        assertThat(isWritten(copy)).isFalse();
    }

    @Test
    void aProgrammeThatCameInAnotherYearIsNoReasonToLookTwice() {
        int teacher = steps.teacher("T");
        steps.post(Stores.PROVINCE, "R", teacher, 1, 30); // on 10 May
        assertThat(isNews(teacher, null, LocalDate.of(2023, 4, 8))).isTrue();
        assertThat(isNews(teacher, null, LocalDate.of(2022, 10, 10))).isTrue();
        assertThat(isNews(teacher, LocalDate.of(2022, 11, 20), LocalDate.of(2023, 2, 1))).isTrue();
        TeacherAccount.AccountCycle sums = steps.account(teacher).cycles().get(2022);
        assertThat(sums).isNotNull();
        assertThat(sums.earned()).isEqualTo(4 * 10_00);
    }

    @Test
    void whatEndsWithinReachOfATrainingOrSharesADayWithItMayBeIt() {
        int teacher = steps.teacher("T");
        steps.post(Stores.PROVINCE, "R", teacher, 1, 30); // on 10 May
        assertThat(isNews(teacher, null, LocalDate.of(2023, 4, 9))).isFalse();
        assertThat(isNews(teacher, null, LocalDate.of(2023, 6, 10))).isFalse();
        assertThat(isNews(teacher, LocalDate.of(2023, 5, 10), LocalDate.of(2023, 8, 1))).isFalse();
        assertThat(isNews(teacher, LocalDate.of(2023, 5, 11), LocalDate.of(2023, 8, 1))).isTrue();
        // What is there may be the long one: it lasted from 11 May on.
        assertThat(isNews(teacher, null, LocalDate.of(2023, 5, 30))).isFalse();
    }

    @Test
    void ofItsOwnFeedOnlyWhatTheRegisterKnowsIsSoughtOnOtherDays() {
        int teacher = steps.teacher("T");
        steps.post(Stores.PROVINCE, "R", teacher, 1, 30); // on 10 May
        LocalDate next = LocalDate.of(2023, 5, 11);
        assertThat(isNews(Stores.PROVINCE, teacher, null, LocalDate.of(2023, 5, 10))).isFalse();
        assertThat(isNews(Stores.VENDOR, teacher, null, next)).isFalse();
        assertThat(isNews(Stores.PROVINCE, teacher, null, next, REGISTERED)).isFalse();
        assertThat(isNews(Stores.PROVINCE, teacher, null, next)).isTrue();
    }

    /// Whether a vendor's record of the same programme and this time is posted without a question.
    private boolean isNews(int teacher, @Nullable LocalDate first, LocalDate last) {
        return isNews(Stores.VENDOR, teacher, first, last);
    }

    private boolean isNews(String feed, int teacher, @Nullable LocalDate first, LocalDate last) {
        return isNews(feed, teacher, first, last, Stores.MATCHER);
    }

    private boolean isNews(
            String feed,
            int teacher,
            @Nullable LocalDate first,
            LocalDate last,
            CopyMatcher matcher) {
        LandedChunk chunk = stores.land(feed, 1);
        String record = "V" + feed + first + last;
        Valuation worth =
                Objects.requireNonNull(steps.arrival(chunk, record, teacher, 1, 30).copy().worth());
        Facts facts = worth.facts();
        TrainingRef training = worth.training();
        Valuation then =
                new Valuation(
                        new Facts(facts.level(), facts.training(), facts.themes(), last),
                        new TrainingRef(
                                training.programme(), training.family(), training.title(), first),
                        0,
                        worth.price(),
                        null);
        RecordMerge news = news(steps.arrival(chunk, record, teacher, 1, then));
        return tryOptimistic(chunk, news, matcher) != null;
    }

    @Test
    void newsOfAWorkThatAnswersNothingAreTakenBack() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, "R", teacher, 1, 30);
        List<RecordVersion> news = news(arrival).changes();
        var answer =
                Steps.wait(
                        stores.lock()
                                .tryOptimistic(
                                        news,
                                        Stores.MATCHER,
                                        ledger ->
                                                ledger.briefs(List.of(Steps.key(arrival)))
                                                        .map(_ -> null)));
        assertThat(answer).isNull();
        assertThat(isWritten(arrival)).isFalse();
    }

    @Test
    void theSameNewsTwiceAreWrittenOnce() {
        int teacher = steps.teacher("T");
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival arrival = steps.arrival(chunk, "R", teacher, 1, 30);
        assertThat(tryOptimistic(chunk, news(arrival))).isEqualTo("posted");
        assertThat(tryOptimistic(chunk, news(arrival))).isNull();
    }
}
