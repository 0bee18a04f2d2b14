package io.credithub.flow.roster;

import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The roster inside the ledger transaction. Implemented by `hub.store`.
///
/// Whatever changes it makes it count as another roster from then on: what was found in the one
/// before is looked for again.
public interface RosterStore {
    /// Adds and changes teachers; who a teacher is, is weighed first. A changed county takes its
    /// figures along.
    ///
    /// @param today since when somebody is elsewhere whose row does not say
    Uni<Enrolled> enrol(LedgerTransaction ledger, RosterBatch batch, LocalDate today);

    /// Gives those who work away from home their home school's county, where it is known by now.
    Uni<HomesFound> findHomes(LedgerTransaction ledger, LocalDate today);

    /// Teachers of these divisions whom nobody has seen.
    ///
    /// @param seen their numbers in the registry
    Uni<RosterReport.Absent> absent(LedgerTransaction ledger, Set<String> divisions, BitSet seen);

    /// Who is who, to be changed.
    Uni<Persons.Changing> persons(LedgerTransaction ledger);

    /// The records of waiting teachers whose keys are now in the roster. They stay on the list
    /// until they are posted as something else.
    ///
    /// @return the record's key and content number, with the teacher found
    Uni<List<Resolved>> resolveWaiting(LedgerTransaction ledger, Collection<Integer> teachers);

    /// What a whole roster tells of home schools.
    ///
    /// @param enrolled whom it changed
    /// @param unknown home schools that nobody works at, so that their county is not known
    record HomesFound(Enrolled enrolled, Set<String> unknown) {
        public HomesFound {
            unknown = Set.copyOf(unknown);
        }
    }

    /// A waiting content whose number or document is in the roster now.
    ///
    /// @param teacher whose it is; [io.credithub.domain.ledger.RecordVersion#NOBODY] if it is about
    ///   somebody else and goes on waiting
    /// @param told what would have been told, had the teacher been there first
    record Resolved(UUID record, int number, int teacher, List<FindingCode> told) {}
}
