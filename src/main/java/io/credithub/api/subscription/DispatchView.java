package io.credithub.api.subscription;

import io.credithub.api.audit.Audited;
import io.credithub.api.subscription.SubscriptionView.ToldRefusal;
import io.credithub.flow.subscription.Dispatches.AddressedDispatch;
import io.credithub.flow.subscription.ReportDispatch;
import io.credithub.flow.subscription.ReportDispatch.DispatchState;
import io.credithub.flow.subscription.ReportDispatch.SendReceipt;
import io.credithub.flow.subscription.Subscription;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A delivery as it is told to a caller.
///
/// @param key the same for every try: the `Idempotency-Key` of a webhook
/// @param report where its report is told; absent: none was asked for yet
/// @param attempts that failed
/// @param tryAt when the next step is tried
/// @param receipt what the other side said; absent: it is not sent
/// @param failure what stopped it the last time
/// @param refused why it is not sent
public record DispatchView(
        int id,
        UUID key,
        int subscription,
        String target,
        Instant dueAt,
        boolean trial,
        DispatchState state,
        @Nullable String report,
        int attempts,
        @Nullable Instant tryAt,
        @Nullable String fileName,
        @Nullable SendReceipt receipt,
        @Nullable String failure,
        @Nullable ToldRefusal refused,
        @Nullable Instant finishedAt)
        implements Audited {
    static DispatchView of(AddressedDispatch one) {
        return of(one.dispatch(), one.of());
    }

    static DispatchView of(ReportDispatch one, Subscription of) {
        return new DispatchView(
                one.id(),
                one.key(),
                of.id(),
                of.address().target(),
                one.dueAt(),
                one.isTrial(),
                one.state(),
                one.job() == null ? null : "/api/v1/reports/" + one.job(),
                one.attempts(),
                one.tryAt(),
                one.fileName(),
                one.receipt(),
                one.failure(),
                ToldRefusal.of(one.refused()),
                one.finishedAt());
    }

    @Override
    public String auditTarget() {
        return "delivery=" + id;
    }
}
