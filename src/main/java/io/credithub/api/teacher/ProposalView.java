package io.credithub.api.teacher;

import io.credithub.flow.roster.PersonAct;
import io.credithub.flow.roster.Persons.Proposal;
import io.credithub.flow.roster.Persons.ProposalState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A proposal as the API tells it.
///
/// @param kind `RENUMBER`, `MERGE` or `PART`
/// @param other who becomes the teacher; of a merger only
/// @param newNumber absent for a merger
/// @param name of the new person; of a parting only
public record ProposalView(
        UUID id,
        String kind,
        String teacherNo,
        @Nullable String other,
        @Nullable String newNumber,
        @Nullable String name,
        @Nullable LocalDate birthDate,
        @Nullable List<PersonAct.RecordName> records,
        String reason,
        ProposalState state,
        Instant proposedAt,
        String proposedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {
    static List<ProposalView> all(List<Proposal> proposals) {
        return proposals.stream().map(ProposalView::of).toList();
    }

    static ProposalView of(Proposal proposal) {
        PersonAct act = proposal.act();
        PersonAct.PartRecords part = act instanceof PersonAct.PartRecords one ? one : null;
        return new ProposalView(
                proposal.id(),
                switch (act) {
                    case PersonAct.Renumber _ -> "RENUMBER";
                    case PersonAct.Merge _ -> "MERGE";
                    case PersonAct.PartRecords _ -> "PART";
                },
                act.teacherNo(),
                act instanceof PersonAct.Merge merge ? merge.other() : null,
                switch (act) {
                    case PersonAct.Renumber renumber -> renumber.newNumber();
                    case PersonAct.Merge _ -> null;
                    case PersonAct.PartRecords parting -> parting.newNumber();
                },
                part == null ? null : part.name(),
                part == null ? null : part.birthDate(),
                part == null ? null : part.records(),
                proposal.reason(),
                proposal.state(),
                proposal.proposedAt(),
                proposal.proposedBy(),
                proposal.decidedAt(),
                proposal.decidedBy());
    }
}
