package io.credithub.flow.ledger;

import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.TrainingKey;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.teacher.Identification.Candidate;
import io.credithub.domain.teacher.Identity;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.BankAct;
import io.credithub.flow.certificate.Certificates;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.recompute.Stretch;
import io.credithub.flow.roster.Enrolled;
import io.credithub.flow.roster.Persons;
import io.credithub.flow.roster.RosterBatch;
import io.credithub.flow.roster.RosterReport;
import io.credithub.flow.teacher.Residences;
import io.credithub.flow.teacher.TeacherKeys;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The lock under which ledger, standings and sums are written, one transaction at a time: all of
/// it or nothing. Implemented by `hub.store`.
public interface LedgerLock {
    /// Takes the ledger lock, does the work, and commits; if the work fails, nothing was written.
    ///
    /// @param records how many there are to do: small work goes first
    <T> Uni<T> withLock(int records, Function<LedgerTransaction, Uni<T>> work);

    /// Adds contents beside whoever holds the ledger lock, on the presumption that they are news,
    /// and takes the ledger lock for the rest of the work. If the registry holds a record or a
    /// training of them already, or the work answers null, nothing was written and null is the
    /// answer.
    ///
    /// @param news in the state that they shall have
    <T> Uni<@Nullable T> tryOptimistic(
            List<RecordVersion> news, Function<LedgerTransaction, Uni<@Nullable T>> work);

    /// Takes the ledger lock, does the work, and takes all of it back: for telling what would
    /// happen.
    ///
    /// @param records how many there are to do: small work goes first
    <T> Uni<T> dryRun(int records, Function<LedgerTransaction, Uni<T>> work);

    /// Looks at the registry as it is at one moment, without the ledger lock and without keeping
    /// anybody from it. Nothing can be written.
    <T> Uni<T> snapshot(Function<LedgerTransaction, Uni<T>> work);

    /// The teachers that these keys name, asked without the ledger lock. When it comes, the roster
    /// may have changed: [LedgerTransaction#isStill] tells.
    Uni<Identified> identify(Collection<TeacherKeys> keys);

    /// Where these teachers are and were, asked without the ledger lock: true under the roster that
    /// a later [LedgerTransaction#isStill] confirms.
    Uni<Residences> places(Collection<Integer> teachers);

    /// Operations inside the ledger transaction.
    interface LedgerTransaction {
        /// Whether the roster is the one that they were found in, and the rules are.
        boolean isStill(Identified identified);

        /// The teachers that these keys name.
        Uni<Identified> identify(Collection<TeacherKeys> keys);

        /// Where these teachers are and were.
        Uni<Residences> places(Collection<Integer> teachers);

        /// The number of the rulebook in force.
        int rules();

        /// Puts the rules in force that a recomputation is about.
        Uni<Void> decide(int recomputation, Recompute.Deciding deciding);

        /// The numbers of the teachers of a stretch.
        Uni<List<Integer>> teachers(Stretch.Of stretch);

        /// What is held of these records, in short; nothing of those that are new.
        Uni<Map<UUID, List<Brief>>> briefs(Collection<UUID> records);

        /// Every content of these records.
        Uni<List<RecordVersion>> contents(Collection<UUID> records);

        /// Every content of the records that count for these teachers, in force or aside.
        Uni<List<RecordVersion>> contentsOf(Collection<Integer> teachers);

        /// Every copy, in force or aside, of these trainings.
        Uni<List<RecordVersion>> copies(Collection<TrainingKey> trainings);

        /// The accounts of these teachers, one each.
        Uni<List<TeacherAccount>> accounts(Collection<Integer> teachers);

        /// The records of waiting teachers whose keys are now in the roster. They stay on the list
        /// until they are posted as something else.
        ///
        /// @return the record's key and content number, with the teacher found
        Uni<List<Resolved>> resolveWaiting(Collection<Integer> teachers);

        /// Records of which a content has no teacher, in order of their keys.
        ///
        /// @param after keys above this one
        Uni<List<UUID>> withoutTeacher(UUID after, int most);

        /// Adds and changes teachers; who a teacher is, is weighed first. A changed county takes
        /// its figures along.
        ///
        /// @param today since when somebody is elsewhere whose row does not say
        Uni<Enrolled> enrol(RosterBatch batch, LocalDate today);

        /// Teachers of these divisions whom nobody has seen.
        ///
        /// @param seen their numbers in the registry
        Uni<RosterReport.Absent> absent(Set<String> divisions, BitSet seen);

        /// Who is who, to be changed: the roster counts as another from now on.
        Uni<Persons.Changing> persons();

        /// Gives those who work away from home their home school's county, where it is known by
        /// now.
        Uni<HomesFound> findHomes(LocalDate today);

        /// False if somebody has finished the chunk already.
        Uni<Boolean> isOpen(ChunkRef chunk);

        Uni<Void> write(Posting posting);

        /// What follows from the registry about the records of a delivery, once they are written:
        /// other contents under one version, copies that differ, other credits than the source's.
        Uni<List<FindingAt>> following(long delivery);

        /// Writes an act of the bank down. The teacher's account is read anew after it.
        ///
        /// @return false if there is such a thing already, or nothing to take back: nothing was
        ///   written
        Uni<Boolean> enter(BankAct act);

        /// What the bank has of a teacher, while nobody else writes.
        Bank bank();

        /// The same for certificates.
        Certificates certificates();
    }

    /// Teachers by the key that found them.
    ///
    /// @param persons who each of them is
    /// @param erased hashes of numbers and documents that are nobody's, since their persons were
    ///   erased
    record Found(
            Map<String, Integer> byNumber,
            Map<UUID, Integer> byDocument,
            Map<Integer, Identity> persons,
            Set<UUID> erased) {
        /// Whether somebody is meant who was erased, and nobody else.
        public boolean isErased(TeacherKeys keys) {
            boolean isFound =
                    byNumber.containsKey(keys.number())
                            || byDocument.containsKey(keys.documentHash());
            if (isFound) return false;
            return contains(erased, keys.numberHash()) || contains(erased, keys.documentHash());
        }

        private static boolean contains(Set<UUID> hashes, @Nullable UUID hash) {
            return hash != null && hashes.contains(hash);
        }

        public @Nullable Candidate candidate(@Nullable Integer teacher) {
            Identity identity = teacher == null ? null : persons.get(teacher);
            return teacher == null || identity == null ? null : new Candidate(teacher, identity);
        }
    }

    /// Teachers as they were found in a roster.
    ///
    /// @param roster its version
    /// @param rules the number of the rulebook in force at that moment
    record Identified(long roster, int rules, Found found) {}

    /// Enough of a content to tell that it came again.
    record Brief(UUID content, VersionOrder order) {}

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
    /// @param teacher whose it is; [RecordVersion#NOBODY] if it is about somebody else and goes on
    ///   waiting
    /// @param told what would have been told, had the teacher been there first
    record Resolved(UUID record, int number, int teacher, List<FindingCode> told) {}
}
