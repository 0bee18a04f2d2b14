package io.credithub.fakes;

import io.credithub.domain.adjustment.AdjustmentAct;
import io.credithub.domain.adjustment.AdjustmentState;
import io.credithub.flow.adjustment.AdjustmentBook.NewAdjustment;
import io.credithub.flow.adjustment.AdjustmentBook.OpenAdjustment;
import io.credithub.flow.adjustment.AdjustmentBook.Signed;
import io.credithub.flow.teacher.Registry.LineAdjustment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An adjustment as it was kept.
///
/// @param postedAfter how many lines the ledger had when it was posted; absent: it never was
/// @param confirmed by whom
record StoredAdjustment(
        long id,
        NewAdjustment made,
        Signed by,
        AdjustmentState state,
        @Nullable Integer postedAfter,
        @Nullable Signed confirmed,
        Instant at) {
    StoredAdjustment taken(AdjustmentAct act, Signed who, int lines, Instant now) {
        boolean isPosted = act == AdjustmentAct.CONFIRM;
        return new StoredAdjustment(
                id,
                made,
                by,
                act.to(),
                isPosted ? Integer.valueOf(lines) : postedAfter,
                isPosted ? who : confirmed,
                isPosted ? now : at);
    }

    OpenAdjustment told() {
        return new OpenAdjustment(state, made.record(), made.version(), made.credits(), by.by());
    }

    boolean isOf(Place content) {
        return made.record().equals(content.record()) && made.version() == content.number();
    }

    /// @return null: it was not in force when the line was written
    @Nullable LineAdjustment of(StoredLine.Awarded line) {
        if (confirmed == null || postedAfter == null || !isOf(line.content())) return null;
        return postedAfter < line.seq()
                ? new LineAdjustment(id, made.credits(), by.reason(), at, confirmed.role())
                : null;
    }
}
