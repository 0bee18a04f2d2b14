package io.credithub.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.reading.StrictJson;
import io.credithub.flow.recognition.Claim;
import io.credithub.flow.recognition.ClaimNumber;
import io.credithub.flow.recognition.ClaimOutbox;
import io.credithub.flow.recognition.ClaimOutbox.Pending;
import io.credithub.flow.recognition.ClaimRepository;
import io.credithub.flow.recognition.ClaimRepository.ClaimMove;
import io.credithub.flow.recognition.ClaimRepository.Earlier;
import io.credithub.flow.recognition.ClaimRepository.NewClaim;
import io.credithub.flow.recognition.ClaimText;
import io.credithub.flow.recognition.Visibility;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Claims in memory, with what their decisions push.
public final class InMemoryClaims implements ClaimRepository, ClaimOutbox {
    private final InstantSource clock;
    private final TreeMap<Long, Kept> claims = new TreeMap<>();

    public InMemoryClaims(InstantSource clock) {
        this.clock = clock;
    }

    /// A claim with what it came by.
    ///
    /// @param first what was first sent
    /// @param pushes what each event has for the ledger, by its number
    private record Kept(
            Claim claim, ClaimIdentity identity, ClaimText first, TreeMap<Integer, byte[]> pushes) {
        boolean isBy(ClaimIdentity other) {
            return identity.by().equals(other.by())
                    && identity.key() != null
                    && identity.key().equals(other.key());
        }

        boolean isReferredTo(ClaimIdentity other) {
            return other.sight().within().covers(claim.school().division())
                    && claim.school().code().equals(other.schoolCode())
                    && identity.ref() != null
                    && identity.ref().equals(other.ref());
        }

        boolean isIn(Visibility sight) {
            String school = sight.schoolCode();
            return sight.within().covers(claim.school().division())
                    && (school == null || school.equals(claim.school().code()));
        }
    }

    @Override
    public Uni<Optional<ClaimNumber>> file(NewClaim filed) {
        return Uni.createFrom().item(() -> keep(filed));
    }

    private synchronized Optional<ClaimNumber> keep(NewClaim filed) {
        ClaimIdentity identity = filed.identity();
        boolean isTaken =
                claims.values().stream()
                        .anyMatch(one -> one.isBy(identity) || isSameReference(one, filed));
        if (isTaken) return Optional.empty();
        ClaimNumber number = new ClaimNumber(claims.size() + 1L);
        Claim.Event event =
                new Claim.Event(
                        1,
                        ClaimAction.SUBMIT,
                        ClaimState.SUBMITTED,
                        identity.by(),
                        clock.instant(),
                        1,
                        null,
                        null);
        Claim claim =
                new Claim(
                        number,
                        filed.school(),
                        ClaimState.SUBMITTED,
                        1,
                        1,
                        body(filed.text()),
                        List.of(event),
                        List.of());
        claims.put(number.id(), new Kept(claim, identity, filed.text(), new TreeMap<>()));
        return Optional.of(number);
    }

    private static boolean isSameReference(Kept one, NewClaim filed) {
        String ref = filed.identity().ref();
        return ref != null
                && ref.equals(one.identity.ref())
                && one.claim.school().equals(filed.school());
    }

    private static JsonNode body(ClaimText text) {
        if (StrictJson.read(text.json()) instanceof StrictJson.Parsed.ParsedValue(var node)) {
            return node;
        }
        throw new IllegalStateException("a claim that was read once is broken");
    }

    @Override
    public Uni<List<Earlier>> earlier(ClaimIdentity identity, ClaimText text) {
        return Uni.createFrom()
                .item(() ->
                        all().filter(one -> one.isBy(identity) || one.isReferredTo(identity))
                                .map(one ->
                                        new Earlier(
                                                one.claim.number(),
                                                one.isBy(identity),
                                                one.first.equals(text)))
                                .toList());
    }

    private synchronized Stream<Kept> all() {
        return List.copyOf(claims.values()).stream();
    }

    @Override
    public Uni<Optional<Claim>> find(ClaimNumber number, Visibility sight) {
        return Uni.createFrom()
                .item(() ->
                        all().filter(one -> one.claim.number().equals(number) && one.isIn(sight))
                                .map(Kept::claim)
                                .findFirst());
    }

    @Override
    public Uni<List<Claim>> list(
            Visibility sight, @Nullable ClaimState state, long after, int most) {
        return Uni.createFrom()
                .item(() ->
                        all().filter(one -> one.isIn(sight))
                                .map(Kept::claim)
                                .filter(one -> state == null || one.state() == state)
                                .filter(one -> one.number().id() > after)
                                .limit(most)
                                .map(one -> with(one, List.of(), List.of()))
                                .toList());
    }

    @Override
    public Uni<List<Claim>> ofTeachers(ClaimSearch search) {
        return Uni.createFrom()
                .item(() ->
                        all().filter(one -> one.isIn(search.sight()))
                                .map(Kept::claim)
                                .filter(one -> isOfAny(one, search.teacherNos()))
                                .sorted(Comparator.comparingLong((Claim one) -> -one.number().id()))
                                .limit(search.most())
                                .map(one -> with(one, List.of(), List.of()))
                                .toList());
    }

    private static boolean isOfAny(Claim claim, List<String> teacherNos) {
        for (JsonNode one : claim.body().path("participants")) {
            if (teacherNos.contains(one.path("teacherNo").asText())) return true;
        }
        return false;
    }

    private static Claim with(Claim one, List<Claim.Event> history, List<Claim.Dispatch> pushed) {
        return new Claim(
                one.number(),
                one.school(),
                one.state(),
                one.revision(),
                one.version(),
                one.body(),
                history,
                pushed);
    }

    @Override
    public Uni<Boolean> move(ClaimMove move) {
        return Uni.createFrom().item(() -> write(move));
    }

    private synchronized boolean write(ClaimMove move) {
        Kept kept = Objects.requireNonNull(claims.get(move.number().id()));
        Claim was = kept.claim;
        Claim.Event event = move.event();
        if (event.no() != was.version() + 1) return false;
        List<Claim.Event> history = new ArrayList<>(was.history());
        history.add(at(event, clock.instant()));
        List<Claim.Dispatch> dispatches = new ArrayList<>(was.dispatches());
        byte[] payload = move.payload();
        if (payload != null) {
            dispatches.add(new Claim.Dispatch(event.no(), null));
            kept.pushes.put(event.no(), payload);
        }
        Claim now =
                new Claim(
                        was.number(),
                        was.school(),
                        event.state(),
                        event.revision(),
                        event.no(),
                        move.text() == null ? was.body() : body(move.text()),
                        history,
                        dispatches);
        claims.put(now.number().id(), new Kept(now, kept.identity, kept.first, kept.pushes));
        return true;
    }

    private static Claim.Event at(Claim.Event event, Instant now) {
        return new Claim.Event(
                event.no(),
                event.act(),
                event.state(),
                event.by(),
                now,
                event.revision(),
                event.note(),
                event.decided());
    }

    @Override
    public Uni<List<Pending>> pending(int most) {
        return Uni.createFrom()
                .item(() ->
                        all().flatMap(one ->
                                        one.claim.dispatches().stream()
                                                .filter(dispatch -> dispatch.delivery() == null)
                                                .map(dispatch -> pending(one, dispatch.no())))
                                .limit(most)
                                .toList());
    }

    private static Pending pending(Kept one, int no) {
        byte[] payload = Objects.requireNonNull(one.pushes.get(no));
        return new Pending(one.claim.number(), no, payload);
    }

    @Override
    public Uni<Void> landed(Pending pending, long delivery) {
        return Uni.createFrom().voidItem().invoke(() -> note(pending, delivery));
    }

    private synchronized void note(Pending pending, long delivery) {
        Kept kept = Objects.requireNonNull(claims.get(pending.number().id()));
        List<Claim.Dispatch> dispatches =
                kept.claim.dispatches().stream()
                        .map(one ->
                                one.no() == pending.no()
                                        ? new Claim.Dispatch(one.no(), delivery)
                                        : one)
                        .toList();
        Claim now = with(kept.claim, kept.claim.history(), dispatches);
        claims.put(pending.number().id(), new Kept(now, kept.identity, kept.first, kept.pushes));
    }
}
