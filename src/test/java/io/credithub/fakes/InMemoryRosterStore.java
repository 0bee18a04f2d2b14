package io.credithub.fakes;

import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.teacher.Identification;
import io.credithub.domain.teacher.Identification.Candidate;
import io.credithub.domain.teacher.Identity;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.roster.Enrolled;
import io.credithub.flow.roster.Persons;
import io.credithub.flow.roster.RosterBatch;
import io.credithub.flow.roster.RosterReport;
import io.credithub.flow.roster.RosterRow;
import io.credithub.flow.roster.RosterStore;
import io.credithub.flow.roster.RosterStore.HomesFound;
import io.credithub.flow.roster.RosterStore.Resolved;
import io.credithub.flow.teacher.TeacherKeys;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The roster in memory. Every change makes it another roster.
public final class InMemoryRosterStore implements RosterStore {
    private final InMemoryLedger ledger;

    public InMemoryRosterStore(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Uni<Enrolled> enrol(LedgerTransaction transaction, RosterBatch batch, LocalDate today) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).changeRoster();
                    return new RosterEnrolment(state, ledger, batch.columns(), today)
                            .enrol(batch.rows());
                });
    }

    @Override
    public Uni<HomesFound> findHomes(LedgerTransaction transaction, LocalDate today) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).changeRoster();
                    return new HomeSearch(state, today).find();
                });
    }

    @Override
    public Uni<RosterReport.Absent> absent(
            LedgerTransaction transaction, Set<String> divisions, BitSet seen) {
        return Uni.createFrom()
                .item(() -> {
                    List<StoredTeacher> absent =
                            InMemoryTransaction.of(transaction).state().teachers.values().stream()
                                    .filter(teacher -> divisions.contains(teacher.division()))
                                    .filter(teacher ->
                                            teacher.status() != RosterRow.TeacherStatus.LEFT)
                                    .filter(teacher -> !seen.get(teacher.id()))
                                    .toList();
                    List<String> listed =
                            absent.stream()
                                    .map(teacher -> teacher.row().teacherNo())
                                    .filter(Objects::nonNull)
                                    .limit(RosterReport.Absent.LISTED_MAX)
                                    .toList();
                    return new RosterReport.Absent(absent.size(), listed);
                });
    }

    @Override
    public Uni<Persons.Changing> persons(LedgerTransaction transaction) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).changeRoster();
                    return new InMemoryPersons.Held(state, ledger);
                });
    }

    @Override
    public Uni<List<Resolved>> resolveWaiting(
            LedgerTransaction transaction, Collection<Integer> teachers) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).state();
                    Set<UUID> arrived = new HashSet<>();
                    for (int id : teachers) {
                        Identity identity = state.teacher(id).identity(ledger.ids());
                        arrived.addAll(identity.numbers());
                        arrived.addAll(identity.documents());
                    }
                    List<Resolved> resolved = new ArrayList<>();
                    state.waiting.forEach((place, keys) -> {
                        boolean isNamed =
                                isOf(arrived, keys.numberHash())
                                        || isOf(arrived, keys.documentHash());
                        if (isNamed) resolved.add(resolved(state, place, keys));
                    });
                    return resolved;
                });
    }

    private static boolean isOf(Set<UUID> hashes, @Nullable UUID hash) {
        return hash != null && hashes.contains(hash);
    }

    private Resolved resolved(RegistryState state, Place place, TeacherKeys keys) {
        TeacherSearch search = new TeacherSearch(state, ledger.ids());
        UUID number = keys.numberHash();
        UUID document = keys.documentHash();
        Candidate byNumber = number == null ? null : candidate(search.numbered(number));
        Candidate byDocument = document == null ? null : candidate(search.documented(document));
        return switch (Identification.of(keys.identity(), byNumber, byDocument)) {
            case Identification.FoundTeacher found ->
                    new Resolved(
                            place.record(),
                            place.number(),
                            found.teacher(),
                            remarks(keys, state.teacher(found.teacher()), found.remark()));
            case Identification.NobodyFound nobody ->
                    new Resolved(
                            place.record(),
                            place.number(),
                            RecordVersion.NOBODY,
                            switch (nobody.why()) {
                                case UNKNOWN -> List.of();
                                case TWO_TEACHERS -> List.of(FindingCode.IDENTITY_MISMATCH);
                                case ANOTHER_PERSON -> List.of(FindingCode.NOT_THE_PERSON);
                            });
        };
    }

    private @Nullable Candidate candidate(@Nullable StoredTeacher teacher) {
        return teacher == null ? null : new Candidate(teacher.id(), teacher.identity(ledger.ids()));
    }

    private static List<FindingCode> remarks(
            TeacherKeys keys, StoredTeacher teacher, Identification.Remark remark) {
        List<FindingCode> remarks = new ArrayList<>();
        if (!keys.name().equals(NormalForm.person(teacher.row().name()))) {
            remarks.add(FindingCode.NAME_DIFFERS);
        }
        if (remark == Identification.Remark.BIRTH_DATE_DIFFERS) {
            remarks.add(FindingCode.BIRTH_DATE_DIFFERS);
        }
        return remarks;
    }
}
