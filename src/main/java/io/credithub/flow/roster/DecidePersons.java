package io.credithub.flow.roster;

import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Digest;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.roster.PersonAct.RecordName;
import io.credithub.flow.roster.Persons.Changing;
import io.credithub.flow.roster.Persons.KnownPerson;
import io.credithub.flow.roster.Persons.NewProposal;
import io.credithub.flow.roster.Persons.Proposal;
import io.credithub.flow.roster.Persons.ProposalState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Renumbers, merges and parts teachers: one registrar proposes, another confirms. Then the credits
/// follow in one transaction: reversed where they were, posted where they belong.
@Singleton
public final class DecidePersons {
    private final Persons persons;
    private final RosterStore store;
    private final LedgerLock lock;
    private final PostingService postings;

    public DecidePersons(
            Persons persons, RosterStore store, LedgerLock lock, PostingService postings) {
        this.persons = persons;
        this.store = store;
        this.lock = lock;
        this.postings = postings;
    }

    /// Who asks.
    ///
    /// @param within the caller's jurisdiction
    /// @param by the id of the caller's key
    public record PersonRequest(Jurisdiction within, String by) {}

    /// Why who is who stays as it is.
    public enum PersonRefusal {
        /// Whoever proposed it may not confirm it.
        OWN_PROPOSAL,
        /// It is decided already.
        NOT_OPEN,
        /// Somebody else has, or had, the new number.
        NUMBER_TAKEN,
        /// Both numbers are one teacher's already.
        ONE_PERSON,
        /// The bank has granted, lent, decided or certified something that cannot follow.
        HAS_FILE,
        /// A record that is to go is not the teacher's.
        NOT_THEIR_RECORD
    }

    /// What keeps an act from being done; the transaction is taken back.
    private static final class Prevented extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final PersonRefusal why;

        Prevented(PersonRefusal why) {
            super(why.name(), null, false, false);
            this.why = why;
        }
    }

    public Uni<Outcome<Proposal, PersonRefusal>> propose(
            PersonRequest request, PersonAct act, String reason) {
        return within(persons.find(act.teacherNo()), request)
                .chain(teacher ->
                        teacher == null
                                ? Uni.createFrom().item(Outcome.notFound())
                                : propose(request, act, reason, teacher));
    }

    private Uni<Outcome<Proposal, PersonRefusal>> propose(
            PersonRequest request, PersonAct act, String reason, KnownPerson teacher) {
        return switch (act) {
            case PersonAct.Merge merge ->
                    within(persons.find(merge.other()), request)
                            .chain(other ->
                                    other == null
                                            ? Uni.createFrom().item(Outcome.notFound())
                                            : merge(request, merge, reason, teacher, other));
            case PersonAct.Renumber renumber ->
                    free(persons, renumber.newNumber(), teacher.teacher())
                            .chain(free -> enter(request, act, reason, teacher, null, free));
            case PersonAct.PartRecords part ->
                    free(persons, part.newNumber(), teacher.teacher())
                            .chain(free -> enter(request, act, reason, teacher, null, free));
        };
    }

    private Uni<Outcome<Proposal, PersonRefusal>> merge(
            PersonRequest request,
            PersonAct act,
            String reason,
            KnownPerson teacher,
            KnownPerson other) {
        if (teacher.teacher() == other.teacher()) return not(PersonRefusal.ONE_PERSON);
        if (other.hasFile()) return not(PersonRefusal.HAS_FILE);
        return enter(request, act, reason, teacher, other.teacher(), true);
    }

    private Uni<Outcome<Proposal, PersonRefusal>> enter(
            PersonRequest request,
            PersonAct act,
            String reason,
            KnownPerson teacher,
            @Nullable Integer other,
            boolean isFree) {
        if (!isFree) return not(PersonRefusal.NUMBER_TAKEN);
        UUID id = UUID.randomUUID();
        NewProposal proposal =
                new NewProposal(id, act, teacher.teacher(), other, reason, request.by());
        return persons.propose(proposal).chain(() -> told(request, id));
    }

    private Uni<Outcome<Proposal, PersonRefusal>> told(PersonRequest request, UUID id) {
        return persons.proposal(id, request.within())
                .map(proposal -> proposal == null ? Outcome.notFound() : Outcome.done(proposal));
    }

    private static Uni<Outcome<Proposal, PersonRefusal>> not(PersonRefusal why) {
        return Uni.createFrom().item(Outcome.refused(why));
    }

    private static Uni<@Nullable KnownPerson> within(
            Uni<@Nullable KnownPerson> found, PersonRequest request) {
        return found.map(person ->
                person != null && request.within().covers(person.division()) ? person : null);
    }

    /// A number is free if it is nobody's, or a former one of the teacher's own.
    private static Uni<Boolean> free(Persons persons, String number, int teacher) {
        return persons.find(number)
                .map(holder ->
                        holder == null
                                || (holder.teacher() == teacher
                                        && !number.equals(holder.teacherNo())));
    }

    /// Nothing is done.
    public Uni<Outcome<Proposal, PersonRefusal>> refuse(PersonRequest request, UUID id) {
        return decide(request, id, ProposalState.REFUSED);
    }

    /// It is done at once.
    public Uni<Outcome<Proposal, PersonRefusal>> confirm(PersonRequest request, UUID id) {
        return decide(request, id, ProposalState.CONFIRMED);
    }

    private Uni<Outcome<Proposal, PersonRefusal>> decide(
            PersonRequest request, UUID id, ProposalState state) {
        return persons.proposal(id, request.within())
                .chain(proposal -> {
                    if (proposal == null) return Uni.createFrom().item(Outcome.notFound());
                    if (proposal.state() != ProposalState.OPEN) return not(PersonRefusal.NOT_OPEN);
                    if (proposal.proposedBy().equals(request.by()))
                        return not(PersonRefusal.OWN_PROPOSAL);
                    return lock.withLock(1, ledger -> decide(ledger, proposal, state, request.by()))
                            .chain(() -> told(request, id))
                            .onFailure(Prevented.class)
                            .recoverWithItem(failure -> Outcome.refused(failure.why));
                });
    }

    private Uni<Void> decide(
            LedgerTransaction ledger, Proposal proposal, ProposalState state, String by) {
        return store.persons(ledger)
                .chain(changing ->
                        changing.decide(proposal.id(), state, by)
                                .invoke(open -> {
                                    if (!open) throw new Prevented(PersonRefusal.NOT_OPEN);
                                })
                                .chain(() ->
                                        state == ProposalState.CONFIRMED
                                                ? apply(ledger, changing, proposal)
                                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> apply(LedgerTransaction ledger, Changing changing, Proposal proposal) {
        int teacher = proposal.teacher();
        return switch (proposal.act()) {
            case PersonAct.Renumber renumber ->
                    require(changing, renumber.newNumber(), teacher)
                            .chain(() -> changing.renumber(teacher, renumber.newNumber()))
                            .chain(() -> arrive(ledger, Set.of(teacher)));
            case PersonAct.Merge merge ->
                    merge(ledger, changing, merge, teacher)
                            .chain(() -> arrive(ledger, Set.of(teacher)));
            case PersonAct.PartRecords part ->
                    require(changing, part.newNumber(), teacher)
                            .chain(() -> part(ledger, changing, part, teacher))
                            .chain(parted -> arrive(ledger, Set.of(teacher, parted)));
        };
    }

    private static Uni<Void> require(Persons persons, String number, int teacher) {
        return free(persons, number, teacher)
                .invoke(free -> {
                    if (!free) throw new Prevented(PersonRefusal.NUMBER_TAKEN);
                })
                .replaceWithVoid();
    }

    private Uni<Void> merge(
            LedgerTransaction ledger, Changing changing, PersonAct.Merge merge, int teacher) {
        return changing.find(merge.other())
                .chain(other -> {
                    if (other == null || other.teacher() == teacher) {
                        throw new Prevented(PersonRefusal.ONE_PERSON);
                    }
                    if (other.hasFile()) throw new Prevented(PersonRefusal.HAS_FILE);
                    return ledger.contentsOf(List.of(other.teacher()))
                            .chain(contents ->
                                    changing.merge(teacher, other.teacher())
                                            .chain(() ->
                                                    move(
                                                            ledger,
                                                            contents,
                                                            other.teacher(),
                                                            teacher)));
                });
    }

    private Uni<Integer> part(
            LedgerTransaction ledger, Changing changing, PersonAct.PartRecords part, int teacher) {
        Digest digest = new Digest();
        Set<UUID> keys = new HashSet<>();
        for (RecordName record : part.records()) {
            keys.add(digest.of(record.feed() + '\n' + record.recordId()));
        }
        return ledger.contents(keys)
                .invoke(contents -> {
                    Set<UUID> theirs = new HashSet<>();
                    for (RecordVersion version : contents) {
                        if (version.teacher() == teacher) theirs.add(version.copy().key());
                    }
                    if (theirs.size() < keys.size())
                        throw new Prevented(PersonRefusal.NOT_THEIR_RECORD);
                })
                .chain(contents ->
                        changing.part(teacher, part)
                                .call(parted -> move(ledger, contents, teacher, parted)));
    }

    /// Gives what is one teacher's to another, and settles both.
    private Uni<Void> move(
            LedgerTransaction ledger, List<RecordVersion> contents, int from, int to) {
        return postings.matching(ledger)
                .map(matcher -> {
                    RecordMerge decision = new RecordMerge(matcher, contents);
                    for (RecordVersion version : contents) {
                        if (version.teacher() == from) decision.identify(version, to);
                    }
                    return decision;
                })
                .call(decision ->
                        WaitingRecordResolver.under(store, ledger, postings)
                                .chain(judge -> judge.reprice(decision, contents)))
                .chain(decision ->
                        postings.resolveAndPost(
                                ledger, decision, Set.of(from, to), Posting::ofNoChunk))
                .replaceWithVoid();
    }

    /// Records that waited may find their teacher now.
    private Uni<Void> arrive(LedgerTransaction ledger, Set<Integer> teachers) {
        Enrolled enrolled =
                new Enrolled(0, 0, 0, teachers, Set.of(), Set.of(), Set.of(), List.of(), List.of());
        return WaitingRecordResolver.under(store, ledger, postings)
                .chain(waiting -> waiting.decide(enrolled))
                .chain(decided ->
                        postings.resolveAndPost(
                                ledger, decided.decision(), Set.of(), Posting::ofNoChunk))
                .replaceWithVoid();
    }
}
