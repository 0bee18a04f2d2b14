package io.credithub.domain.ledger;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import java.util.List;
import java.util.UUID;

/// A movement of the credit bank (学分银行) in the ledger: double entry, so that its lines sum to zero.
/// It moves credits between the accounts of one teacher and never makes any: only awards do.
///
/// @param id of its own; a reversal is another movement
/// @param legs at least two, written in one block
@Article("四(五)")
public record Movement(UUID id, int teacher, List<Leg> legs) {
    /// @throws IllegalArgumentException if the legs do not sum to zero: a bug
    public Movement {
        legs = List.copyOf(legs);
        long sum = legs.stream().mapToLong(leg -> leg.credits().hundredths()).sum();
        if (sum != 0 || legs.size() < 2) {
            throw new IllegalArgumentException("a movement sums to zero: " + legs);
        }
    }

    /// One line.
    ///
    /// @param schoolYear that it belongs to; of a reservation the first one of its cycle
    /// @param credits signed
    public record Leg(LegKind kind, int schoolYear, Credits credits) {}

    /// The accounts of a teacher beside the awards. The code stands in the ledger beside those of
    /// [LedgerEntry.Kind] and is never changed.
    public enum LegKind {
        /// What a loan adds to its school year.
        BORROWED(3, "借入", "borrowed"),
        /// What the next school year begins lower by.
        OWED(4, "应还", "owed"),
        /// What the rate of a loan adds to what is owed.
        CHARGE(5, "利息", "charge"),
        /// What may be reserved, beside what is recognised.
        AVAILABLE(6, "可用", "available"),
        RESERVED(7, "预留", "reserved"),
        USED(8, "支取", "used");

        private final int code;
        private final Text title;

        LegKind(int code, String zh, String en) {
            this.code = code;
            this.title = new Text(zh, en);
        }

        public int code() {
            return code;
        }

        public Text title() {
            return title;
        }

        /// @throws IllegalArgumentException if there is no such kind
        public static LegKind of(int code) {
            for (LegKind kind : values()) if (kind.code == code) return kind;
            throw new IllegalArgumentException("no kind of movement " + code);
        }
    }

    /// Why credits move. The code stands in the ledger beside those of [EntryReason] and is never
    /// changed.
    public enum MovementReason {
        LENT(51, "借入学分", "credits were lent"),
        RETURNED(52, "撤销借贷", "the loan was given back"),
        ADJUSTED(56, "借贷随所缺学分调整", "the loan follows what its school year lacks"),
        RESERVED(53, "预留学分", "credits were reserved for a use"),
        USED(54, "支取学分", "reserved credits were used"),
        RELEASED(55, "释放预留", "reserved credits were released");

        private final int code;
        private final Text text;

        MovementReason(int code, String zh, String en) {
            this.code = code;
            this.text = new Text(zh, en);
        }

        public int code() {
            return code;
        }

        public Text text() {
            return text;
        }
    }

    /// A loan: it fills a year, and the next begins lower by what is owed. Of a loan that changes,
    /// what is more of it; less is negative.
    public static Movement loan(UUID id, int teacher, Borrowing loan) {
        Credits charge = loan.owed().minus(loan.lent());
        Leg borrowed = new Leg(LegKind.BORROWED, loan.schoolYear(), loan.lent());
        Leg owed = new Leg(LegKind.OWED, loan.schoolYear() + 1, Credits.ZERO.minus(loan.owed()));
        Leg rate = new Leg(LegKind.CHARGE, loan.schoolYear() + 1, charge);
        boolean isEven = charge.equals(Credits.ZERO);
        return new Movement(
                id, teacher, isEven ? List.of(borrowed, owed) : List.of(borrowed, owed, rate));
    }

    /// @param lent for the school year
    /// @param owed by the next one
    public record Borrowing(int schoolYear, Credits lent, Credits owed) {
        public Borrowing minus(Borrowing other) {
            return new Borrowing(schoolYear, lent.minus(other.lent), owed.minus(other.owed));
        }
    }

    /// Out of one account into another, of one cycle.
    ///
    /// @param ends from where to where
    /// @param cycle its first school year
    public static Movement between(Ends ends, int teacher, int cycle, Credits credits) {
        Leg out = new Leg(ends.from(), cycle, Credits.ZERO.minus(credits));
        Leg into = new Leg(ends.to(), cycle, credits);
        return new Movement(ends.id(), teacher, List.of(out, into));
    }

    /// @param id of the movement
    public record Ends(UUID id, LegKind from, LegKind to) {}

    /// Takes this one back.
    public Movement reversed(UUID newId) {
        List<Leg> back =
                legs.stream()
                        .map(leg ->
                                new Leg(
                                        leg.kind(),
                                        leg.schoolYear(),
                                        Credits.ZERO.minus(leg.credits())))
                        .toList();
        return new Movement(newId, teacher, back);
    }
}
