package io.credithub.flow.bank;

import io.credithub.domain.Credits;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.ledger.Movement;
import io.credithub.flow.access.Stamp;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was granted to a teacher and decided, with all that was taken back, the earliest first.
/// Implemented by `hub.store`; written by [BankStore#record].
public interface Bank {
    /// @param teacher the number in the registry
    Uni<List<ExemptionRecord>> exemptions(int teacher);

    /// @param teacher the number in the registry
    Uni<List<DecidedYear>> decisions(int teacher, int schoolYear);

    /// @param teacher the number in the registry
    Uni<List<LoanRecord>> loans(int teacher);

    /// @param teacher the number in the registry
    Uni<List<Reservation>> reservations(int teacher);

    /// The movements in the ledger that belong to some school years, in order.
    ///
    /// @param teacher the number in the registry
    Uni<List<MovementLine>> movements(int teacher, int firstYear, int lastYear);

    /// An exemption (减免).
    ///
    /// @param ended when it was taken back; absent: it holds
    record ExemptionRecord(
            UUID id,
            String kind,
            int schoolYear,
            String evidence,
            Stamp granted,
            @Nullable Stamp ended) {}

    /// The result of a school year, as it was decided.
    ///
    /// @param ended when it was opened again; absent: it holds
    /// @param reason why it was opened again
    /// @param confirmed in spite of what the ledger held by then, the earliest first
    record DecidedYear(
            UUID id,
            int schoolYear,
            Credits recognised,
            boolean qualified,
            Stamp granted,
            @Nullable Stamp ended,
            @Nullable String reason,
            List<Confirmed> confirmed) {
        public DecidedYear {
            confirmed = List.copyOf(confirmed);
        }
    }

    /// A confirmation of a decided school year.
    record Confirmed(Stamp granted, String reason) {}

    /// A loan (借贷).
    ///
    /// @param line key of the yearly floor that it is of, where loans are per form
    /// @param credits in force: what was granted, or less if the year came to lack less
    /// @param owed for what is in force, by the next school year
    /// @param grantedCredits as it was granted
    /// @param ended when it was given back; absent: it holds, repaid or not
    record LoanRecord(
            UUID id,
            int schoolYear,
            @Nullable String line,
            Credits credits,
            Credits owed,
            Credits grantedCredits,
            Stamp granted,
            @Nullable Stamp ended) {}

    /// Credits reserved for a use (支取).
    ///
    /// @param cycle its first school year
    /// @param ended when they were used or released
    record Reservation(
            UUID id,
            int cycle,
            Credits credits,
            Purpose purpose,
            @Nullable String note,
            ReservationState state,
            Stamp granted,
            @Nullable Stamp ended) {
        /// The name is stored.
        public enum ReservationState {
            RESERVED,
            USED,
            RELEASED
        }
    }

    /// One line of a movement in the ledger.
    ///
    /// @param movement the lines of one sum to zero
    /// @param subject id of the loan or reservation that it is about
    /// @param credits signed
    record MovementLine(
            long seq,
            long block,
            Stamp made,
            UUID movement,
            UUID subject,
            Movement.MovementReason reason,
            Movement.LegKind kind,
            int schoolYear,
            Credits credits) {}
}
