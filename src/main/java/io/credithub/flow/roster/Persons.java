package io.credithub.flow.roster;

import io.credithub.flow.access.Jurisdiction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is who, and what registrars propose about it. Implemented by `hub.store`.
public interface Persons {
    int LISTED_MAX = 500;

    /// A teacher by a number, a former one too.
    ///
    /// @param teacherNo the number in use
    /// @param hasFile whether the bank has granted, lent, decided or certified anything
    record KnownPerson(int teacher, @Nullable String teacherNo, String division, boolean hasFile) {}

    enum ProposalState {
        OPEN,
        CONFIRMED,
        REFUSED
    }

    /// An act that somebody proposed.
    ///
    /// @param teacher the registry's number of the teacher whom it is about
    /// @param other of the one who becomes that teacher
    record Proposal(
            UUID id,
            PersonAct act,
            int teacher,
            @Nullable Integer other,
            String reason,
            ProposalState state,
            Instant proposedAt,
            String proposedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {}

    /// What is proposed.
    record NewProposal(
            UUID id,
            PersonAct act,
            int teacher,
            @Nullable Integer other,
            String reason,
            String by) {}

    /// A roster row that disagrees about who a teacher is.
    ///
    /// @param document masked
    /// @param teachers numbers of those whom it may be about
    record RosterDoubt(
            String code,
            @Nullable String teacherNo,
            @Nullable String document,
            String name,
            @Nullable LocalDate birthDate,
            @Nullable String division,
            List<String> teachers,
            Instant firstSeen,
            Instant lastSeen) {}

    /// What a teacher was known by.
    ///
    /// @param kind `NUMBER`, `DOCUMENT`, `NAME` or `WRONG_DOCUMENT`
    /// @param value a document's is masked
    record FormerKey(String kind, String value, Instant endedAt) {}

    /// @return null: nobody has or had the number
    Uni<@Nullable KnownPerson> find(String number);

    Uni<Void> propose(NewProposal proposal);

    /// @return null: there is none, or its teachers are not all within
    Uni<@Nullable Proposal> proposal(UUID id, Jurisdiction within);

    /// The newest first, at most [#LISTED_MAX].
    Uni<List<Proposal>> proposals(ProposalState state, Jurisdiction within);

    /// Of one teacher, the newest first.
    Uni<List<Proposal>> proposals(int teacher, Jurisdiction within);

    /// Rows that wait for a registrar, the oldest first, at most [#LISTED_MAX].
    Uni<List<RosterDoubt>> doubts(Jurisdiction within);

    /// The newest first.
    Uni<List<FormerKey>> former(int teacher);

    /// Who is who, inside the ledger transaction.
    interface Changing extends Persons {
        /// @return false if it is not open any more
        Uni<Boolean> decide(UUID id, ProposalState state, String by);

        Uni<Void> renumber(int teacher, String number);

        /// The other is nobody from now on: whatever finds them finds the one who is kept.
        Uni<Void> merge(int kept, int other);

        /// A new teacher beside one, in the same county.
        ///
        /// @return the registry's number
        Uni<Integer> part(int teacher, PersonAct.PartRecords part);
    }
}
