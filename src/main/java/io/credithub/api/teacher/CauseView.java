package io.credithub.api.teacher;

import io.credithub.domain.Text;
import io.credithub.domain.ledger.Criterion;
import io.credithub.flow.explain.AwardExplanation;
import io.credithub.flow.teacher.Registry.Instead;
import io.credithub.flow.teacher.Registry.LineReason;
import org.jspecify.annotations.Nullable;

/// What caused a line of the ledger, as it was written with it.
///
/// @param delivery whose records were posted; absent: a roster or a change of rules
/// @param recomputation number of the change of rules
/// @param instead what counts instead, if that is the reason
public record CauseView(
        @Nullable Long delivery, @Nullable Integer recomputation, @Nullable InsteadView instead) {
    public static CauseView of(LineReason why) {
        long delivery = why.occasion().delivery();
        int recomputation = why.occasion().recomputation();
        return new CauseView(
                delivery == 0 ? null : delivery,
                recomputation == 0 ? null : recomputation,
                why.instead() == null ? null : InsteadView.of(why.instead()));
    }

    /// The content that counted instead.
    ///
    /// @param version among the contents of its record, from 1
    /// @param delivery that brought it
    /// @param criterion what decided
    public record InsteadView(
            String feed, String recordId, int version, long delivery, String criterion, Text why) {
        public static InsteadView of(Instead instead) {
            Criterion criterion = instead.cause().criterion();
            return new InsteadView(
                    instead.feed(),
                    AwardExplanation.shown(instead.recordId()),
                    instead.cause().version(),
                    instead.delivery(),
                    criterion.name(),
                    criterion.text());
        }
    }
}
