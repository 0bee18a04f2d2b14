package io.credithub.flow.recognition;

import io.credithub.domain.recognition.ClaimState;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps claims and their history. Implemented by `hub.store`.
public interface ClaimRepository {
    /// Files a claim with its first event, in one transaction.
    ///
    /// @return empty, and nothing is kept, if the sender's key or the school's reference stands for
    ///   a claim already: see [#earlier]
    Uni<Optional<ClaimNumber>> file(NewClaim claim);

    /// The claims that a key or a reference stands for: at most one each.
    ///
    /// @param text what is sent now
    Uni<List<Earlier>> earlier(ClaimIdentity identity, ClaimText text);

    /// @return empty too if it is out of sight
    Uni<Optional<Claim>> find(ClaimNumber number, Visibility sight);

    /// In the order of their numbers, without what was dispatched.
    ///
    /// @param after the number before the first
    Uni<List<Claim>> list(Visibility sight, @Nullable ClaimState state, long after, int most);

    /// The claims in which one of these teachers has a part, the newest first; without history and
    /// without what was dispatched.
    Uni<List<Claim>> ofTeachers(ClaimSearch search);

    /// Adds an event, and what it changes, in one transaction.
    ///
    /// @return false, and nothing is kept, if something was done about the claim in the meantime
    Uni<Boolean> move(ClaimMove move);

    /// How a sender names a claim of its own.
    ///
    /// @param by the id of the sender's key
    /// @param key the sender's idempotency key
    /// @param ref the school's own reference
    record ClaimIdentity(
            String by,
            @Nullable String key,
            Visibility sight,
            @Nullable String schoolCode,
            @Nullable String ref) {}

    /// @param teacherNos at least one
    /// @param school whose claims are looked at in any case if an earlier hub filed them, which did
    ///   not note who has a part in them
    record ClaimSearch(
            List<String> teacherNos, Claim.ClaimingSchool school, Visibility sight, int most) {}

    record NewClaim(Claim.ClaimingSchool school, ClaimIdentity identity, ClaimText text) {}

    /// @param isByKey whether the key stands for it; else the reference
    /// @param isSame whether what was first sent is what is sent now
    record Earlier(ClaimNumber number, boolean isByKey, boolean isSame) {}

    /// @param event its number is that of the claim's version then
    /// @param text null: the body stays as it is
    /// @param payload the bytes to push; null: nothing
    record ClaimMove(
            ClaimNumber number,
            Claim.Event event,
            @Nullable ClaimText text,
            byte @Nullable [] payload) {}
}
