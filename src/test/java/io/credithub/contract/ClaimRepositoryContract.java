package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recognition.Claim;
import io.credithub.flow.recognition.ClaimNumber;
import io.credithub.flow.recognition.ClaimOutbox;
import io.credithub.flow.recognition.ClaimRepository;
import io.credithub.flow.recognition.ClaimText;
import io.credithub.flow.recognition.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A claim is filed once, grows by one event at a time, and what it pushes is pending until it has
/// landed.
public abstract class ClaimRepositoryContract {
    private static final Jurisdiction COUNTY = new Jurisdiction("140105");
    private static final Visibility SIGHT = new Visibility(COUNTY, null);
    private final ClaimRepository claims;
    private final ClaimOutbox outbox;
    private final String mark = UUID.randomUUID().toString();
    private final Claim.ClaimingSchool school = new Claim.ClaimingSchool("S-" + mark, "140105");

    protected ClaimRepositoryContract(ClaimRepository claims, ClaimOutbox outbox) {
        this.claims = claims;
        this.outbox = outbox;
    }

    private ClaimRepository.ClaimIdentity identity(@Nullable String key, @Nullable String ref) {
        return new ClaimRepository.ClaimIdentity("a-key", key, SIGHT, school.code(), ref);
    }

    private static ClaimText text(String title) {
        return new ClaimText("{\"title\":\"" + title + "\"}");
    }

    private Optional<ClaimNumber> file(@Nullable String key, @Nullable String ref) {
        return Steps.wait(
                claims.file(new ClaimRepository.NewClaim(school, identity(key, ref), text("论文"))));
    }

    private ClaimNumber filed() {
        return file(null, null).orElseThrow();
    }

    private Claim find(ClaimNumber number) {
        return Steps.wait(claims.find(number, SIGHT)).orElseThrow();
    }

    private boolean move(ClaimNumber number, int no, ClaimAction act, ClaimState state) {
        return move(number, event(no, act, state, 1), null, null);
    }

    private boolean move(
            ClaimNumber number,
            Claim.Event event,
            @Nullable ClaimText text,
            byte @Nullable [] payload) {
        return Steps.wait(claims.move(new ClaimRepository.ClaimMove(number, event, text, payload)));
    }

    private static Claim.Event event(int no, ClaimAction act, ClaimState state, int revision) {
        Instant any = Instant.EPOCH;
        return new Claim.Event(no, act, state, "decider", any, revision, "理由", new Credits(3_00));
    }

    @Test
    void aClaimIsFiledWithItsFirstEvent() {
        Claim claim = find(filed());
        assertThat(claim.state()).isEqualTo(ClaimState.SUBMITTED);
        assertThat(claim.school()).isEqualTo(school);
        assertThat(claim.body().path("title").textValue()).isEqualTo("论文");
        assertThat(List.of(claim.revision(), claim.version())).containsExactly(1, 1);
        assertThat(claim.history())
                .extracting(event -> event.no() + " " + event.act() + " " + event.by())
                .containsExactly("1 SUBMIT a-key");
    }

    @Test
    void aKeyStandsForOneClaim() {
        ClaimNumber first = file(mark, null).orElseThrow();
        assertThat(file(mark, null)).isEmpty();
        assertThat(Steps.wait(claims.earlier(identity(mark, null), text("论文"))))
                .containsExactly(new ClaimRepository.Earlier(first, true, true));
    }

    @Test
    void aReferenceOfASchoolStandsForOneClaim() {
        ClaimNumber first = file(null, "ref").orElseThrow();
        assertThat(file(mark, "ref")).isEmpty();
        assertThat(Steps.wait(claims.earlier(identity(null, "ref"), text("另一篇"))))
                .containsExactly(new ClaimRepository.Earlier(first, false, false));
    }

    @Test
    void withoutKeyAndReferenceEachClaimIsAnother() {
        assertThat(filed()).isNotEqualTo(filed());
        assertThat(Steps.wait(claims.earlier(identity(null, null), text("论文")))).isEmpty();
    }

    @Test
    void aClaimIsSeenByItsCountyAndItsSchool() {
        ClaimNumber number = filed();
        List<Boolean> seen =
                Stream.of(
                                SIGHT,
                                new Visibility(COUNTY, school.code()),
                                new Visibility(COUNTY, "S-other"),
                                new Visibility(new Jurisdiction("140106"), null))
                        .map(sight -> Steps.wait(claims.find(number, sight)).isPresent())
                        .toList();
        assertThat(seen).containsExactly(true, true, false, false);
    }

    @Test
    void ofTwoWhoDoSomethingAtOnceOneDoesIt() {
        ClaimNumber number = filed();
        assertThat(move(number, 2, ClaimAction.RETURN, ClaimState.RETURNED)).isTrue();
        assertThat(move(number, 2, ClaimAction.REFUSE, ClaimState.REFUSED)).isFalse();
        assertThat(find(number).state()).isEqualTo(ClaimState.RETURNED);
        assertThat(find(number).history()).hasSize(2);
    }

    @Test
    void anEventIsKeptAsItWas() {
        ClaimNumber number = filed();
        move(number, 2, ClaimAction.RECOGNISE, ClaimState.RECOGNISED);
        Claim.Event event = find(number).history().getLast();
        assertThat(event.note()).isEqualTo("理由");
        assertThat(event.decided()).isEqualTo(new Credits(3_00));
        assertThat(event.at()).isAfter(Instant.EPOCH);
    }

    @Test
    void aClaimThatComesBackHasItsNewBody() {
        ClaimNumber number = filed();
        move(number, 2, ClaimAction.RETURN, ClaimState.RETURNED);
        Claim.Event again = event(3, ClaimAction.RESUBMIT, ClaimState.SUBMITTED, 2);
        assertThat(move(number, again, text("修改稿"), null)).isTrue();
        Claim claim = find(number);
        assertThat(claim.body().path("title").textValue()).isEqualTo("修改稿");
        assertThat(claim.revision()).isEqualTo(2);
    }

    @Test
    void whatADecisionPushesIsPendingUntilItHasLanded() {
        ClaimNumber number = filed();
        byte[] payload = "{}\n".getBytes(StandardCharsets.UTF_8);
        Claim.Event event = event(2, ClaimAction.RECOGNISE, ClaimState.RECOGNISED, 1);
        move(number, event, null, payload);
        assertThat(find(number).dispatches()).containsExactly(new Claim.Dispatch(2, null));
        ClaimOutbox.Pending pending = pending(number).getFirst();
        assertThat(pending.payload()).isEqualTo(payload);
        land(pending);
        land(pending);
        assertThat(pending(number)).isEmpty();
        assertThat(find(number).dispatches()).containsExactly(new Claim.Dispatch(2, 1L));
    }

    private void land(ClaimOutbox.Pending pending) {
        Steps.wait(outbox.landed(pending, 1));
    }

    private List<ClaimOutbox.Pending> pending(ClaimNumber number) {
        return Steps.wait(outbox.pending(1_000)).stream()
                .filter(one -> one.number().equals(number))
                .toList();
    }

    @Test
    void aListIsInTheOrderOfNumbersAndOfAState() {
        ClaimNumber first = filed();
        ClaimNumber second = filed();
        move(first, 2, ClaimAction.RETURN, ClaimState.RETURNED);
        Visibility own = new Visibility(COUNTY, school.code());
        assertThat(numbers(own, null, 0)).containsExactly(first, second);
        assertThat(numbers(own, ClaimState.RETURNED, 0)).containsExactly(first);
        assertThat(numbers(own, null, first.id())).containsExactly(second);
    }

    @Test
    void theClaimsOfATeacherAreFoundWithTheNewestFirst() {
        ClaimNumber first = filedOf("own");
        ClaimNumber second = filedOf("other", "own");
        filedOf("other");
        assertThat(ofTeachers(SIGHT, 10, "own")).containsExactly(second, first);
        assertThat(ofTeachers(SIGHT, 1, "own")).containsExactly(second);
        assertThat(ofTeachers(SIGHT, 10, "nobody", "own")).containsExactly(second, first);
        assertThat(ofTeachers(SIGHT, 10, "nobody")).isEmpty();
    }

    @Test
    void theClaimsOfATeacherAreSeenByThoseOnlyWhoMaySeeThem() {
        ClaimNumber claim = filedOf("own");
        assertThat(ofTeachers(new Visibility(COUNTY, school.code()), 10, "own"))
                .containsExactly(claim);
        assertThat(ofTeachers(new Visibility(COUNTY, "S-other"), 10, "own")).isEmpty();
        assertThat(ofTeachers(new Visibility(new Jurisdiction("140106"), null), 10, "own"))
                .isEmpty();
    }

    @Test
    void aClaimThatComesBackIsOfThoseWhomItNamesThen() {
        ClaimNumber number = filedOf("own");
        move(number, 2, ClaimAction.RETURN, ClaimState.RETURNED);
        move(number, event(3, ClaimAction.RESUBMIT, ClaimState.SUBMITTED, 2), of("other"), null);
        assertThat(ofTeachers(SIGHT, 10, "other")).containsExactly(number);
        Claim found = Steps.wait(claims.ofTeachers(search(SIGHT, 10, "other"))).getFirst();
        assertThat(found.body()).isEqualTo(find(number).body());
        assertThat(found.history()).isEmpty();
    }

    private ClaimNumber filedOf(String... who) {
        ClaimRepository.NewClaim claim =
                new ClaimRepository.NewClaim(school, identity(null, null), of(who));
        return Steps.wait(claims.file(claim)).orElseThrow();
    }

    private ClaimText of(String... who) {
        String all =
                Stream.of(who)
                        .map(one -> "{\"teacherNo\":\"%s-%s\"}".formatted(one, mark))
                        .collect(Collectors.joining(","));
        return new ClaimText("{\"title\":\"论文\",\"participants\":[" + all + "]}");
    }

    private ClaimRepository.ClaimSearch search(Visibility sight, int most, String... who) {
        List<String> teachers = Stream.of(who).map(one -> one + "-" + mark).toList();
        return new ClaimRepository.ClaimSearch(teachers, school, sight, most);
    }

    private List<ClaimNumber> ofTeachers(Visibility sight, int most, String... who) {
        return Steps.wait(claims.ofTeachers(search(sight, most, who))).stream()
                .map(Claim::number)
                .toList();
    }

    private List<ClaimNumber> numbers(Visibility sight, @Nullable ClaimState state, long after) {
        return Steps.wait(claims.list(sight, state, after, 10)).stream()
                .map(Claim::number)
                .toList();
    }
}
