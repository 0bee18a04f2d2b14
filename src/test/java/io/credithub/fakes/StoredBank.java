package io.credithub.fakes;

import io.credithub.domain.standing.HeldFigures;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.flow.access.Stamp;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.certificate.Certificates;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of the credit bank, in the order in which they came.
final class StoredBank {
    final Map<UUID, Of<Bank.ExemptionRecord>> exemptions = new LinkedHashMap<>();
    final Map<UUID, Of<Decided>> decisions = new LinkedHashMap<>();
    final Map<UUID, Of<Bank.LoanRecord>> loans = new LinkedHashMap<>();
    final Map<UUID, Of<Bank.Reservation>> reservations = new LinkedHashMap<>();
    final Map<UUID, Of<Certificates.StoredCertificate>> certificates = new LinkedHashMap<>();

    /// Whose it is.
    record Of<T>(int teacher, T what) {}

    /// A decided year with what a standing needs of it.
    ///
    /// @param held what the ledger held at each confirmation, the earliest first
    record Decided(Bank.DecidedYear year, FrozenYear frozen, List<HeldFigures> held) {
        /// As it stands: confirmed by the last confirmation.
        FrozenYear standing() {
            HeldFigures last = held.isEmpty() ? null : held.getLast();
            return new FrozenYear(
                    frozen.schoolYear(),
                    frozen.recognised(),
                    frozen.qualified(),
                    frozen.figures(),
                    last);
        }
    }

    StoredBank copy() {
        StoredBank copy = new StoredBank();
        copy.exemptions.putAll(exemptions);
        copy.decisions.putAll(decisions);
        copy.loans.putAll(loans);
        copy.reservations.putAll(reservations);
        copy.certificates.putAll(certificates);
        return copy;
    }

    static <T> List<T> of(int teacher, Map<UUID, Of<T>> all) {
        return all.values().stream().filter(one -> one.teacher() == teacher).map(Of::what).toList();
    }

    /// Whether anything was ever granted, lent, decided or certified.
    boolean hasFile(int teacher) {
        return Stream.of(exemptions, decisions, loans, reservations, certificates)
                .flatMap(all -> all.values().stream())
                .anyMatch(one -> one.teacher() == teacher);
    }

    /// What the roster says together with what was granted, as it was known.
    ///
    /// @param before what came later is left out; null: what holds now
    TeacherFacts facts(TeacherFacts roster, int teacher, @Nullable Instant before) {
        return roster.with(
                of(teacher, exemptions).stream()
                        .filter(one -> isKnown(one.granted(), one.ended(), before))
                        .map(one -> new TeacherFacts.GrantedFact(one.kind(), one.schoolYear()))
                        .toList(),
                of(teacher, loans).stream()
                        .filter(one -> isKnown(one.granted(), one.ended(), before))
                        .map(one ->
                                new TeacherFacts.Loan(
                                        one.schoolYear(), one.grantedCredits(), one.line()))
                        .toList(),
                of(teacher, decisions).stream()
                        .filter(one -> isKnown(one.year().granted(), one.year().ended(), before))
                        .map(Decided::standing)
                        .toList());
    }

    private static boolean isKnown(Stamp granted, @Nullable Stamp ended, @Nullable Instant before) {
        if (before == null) return ended == null;
        return granted.at().isBefore(before) && (ended == null || !ended.at().isBefore(before));
    }
}
