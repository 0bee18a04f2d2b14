package io.credithub.flow.erasure;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is to be erased, or was. The hub itself erases nothing: it may not. Who may ask, asks; the
/// owner of the database carries it out. Implemented by `hub.store`.
public interface Erasures {
    int LISTED_MAX = 500;

    /// What somebody still waits for: until then nobody can be erased.
    enum Hindrance {
        CLAIM,
        PROPOSAL,
        LOAN,
        RESERVATION,
        RECOMPUTATION
    }

    /// What erasing a teacher would do.
    ///
    /// @param teacher the registry's number, which stays
    /// @param erased how many rows of what lose what they say of the person
    /// @param kept how many rows of what stay as they are
    /// @param fingerprint of all of it: to ask for what was seen, and nothing else
    /// @param asked what was asked for already
    record Preview(
            int teacher,
            Map<String, Long> erased,
            Map<String, Long> kept,
            List<Hindrance> hindrances,
            String fingerprint,
            @Nullable Erasure asked) {}

    /// Somebody who is to be erased.
    ///
    /// @param basis the paragraph that demands it
    /// @param erasedAt since when nobody is found any more
    /// @param goneThrough the delivery up to which payloads are gone through
    /// @param finishedAt since when nothing of the person is left
    record Erasure(
            int teacher,
            String reason,
            String basis,
            Instant askedAt,
            String askedBy,
            @Nullable Instant erasedAt,
            long goneThrough,
            @Nullable Instant finishedAt) {}

    /// @return null: nobody has or had the number
    Uni<@Nullable Preview> preview(String number);

    /// Asking twice changes nothing.
    ///
    /// @param by the id of a key
    Uni<Erasure> ask(int teacher, String reason, String basis, String by);

    /// The newest first, at most [#LISTED_MAX].
    Uni<List<Erasure>> all();
}
