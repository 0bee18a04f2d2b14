package io.credithub.domain.ledger;

import io.credithub.domain.programme.ProgrammeTitle;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/// Says which of a teacher's records count, which stand aside and which are held: a function of the
/// set of records and of what people decided, whatever the order of both.
public interface CopyMatcher {
    /// Places records of one family: what follows from their own contents and from one another.
    ///
    /// @param records of one teacher and family, each the content of its record that counts
    /// @return one placement each
    Map<RecordVersion, Placement> placeFamily(
            Collection<RecordVersion> records, PairDecisions decisions);

    /// Places everything of a teacher: besides, what cannot be true together.
    ///
    /// @param records all of one teacher, of any family
    /// @return one placement each
    Map<RecordVersion, Placement> placeAll(
            Collection<RecordVersion> records, PairDecisions decisions);

    /// Whether a record may be one training with another of its own feed that ends on another day.
    boolean isSoughtInOwnFeed(RecordVersion record);

    /// Of how many days apart two records of one family may end and still be one training. Those
    /// that share no day and end further apart have nothing to do with one another.
    int reach();

    /// Whether what it was judged by says what its role earns.
    boolean isRoleRuled(Valuation worth);

    /// So many teachers who finished online at the very same instant are too many to be true.
    int sameInstant();

    /// How far in front a record is by its system's precedence for its level: smaller comes first.
    int precedence(RecordVersion record);

    /// The name of the family of a training, of which the store has the number.
    String family(ProgrammeTitle title, LocalDate day);
}
