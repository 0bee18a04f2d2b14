package io.credithub.flow.subscription;

import io.credithub.domain.subscription.SendSchedule;
import io.credithub.flow.access.Jurisdiction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report that goes out by itself.
///
/// @param owner the id of a key: what it may see when the report is due is what is sent
/// @param paused why the hub has paused it; null: it has not
/// @param version moves with each change
/// @param nextDue null: it is paused, or never due again
public record Subscription(
        int id,
        String owner,
        ReportWish wish,
        SendSchedule schedule,
        SendAddress address,
        SubscriptionState state,
        @Nullable SendRefusal paused,
        int version,
        @Nullable Instant nextDue,
        Instant madeAt) {
    public enum SubscriptionState {
        ACTIVE,
        PAUSED,
        /// Gone for all who ask; what was sent stays known.
        REMOVED
    }

    /// @param target a name of the operator's configuration
    /// @param recipients of e-mail; empty for anything else
    public record SendAddress(String target, List<String> recipients) {
        public SendAddress {
            recipients = List.copyOf(recipients);
        }

        /// Whom mail goes to is not for logs.
        @Override
        public String toString() {
            return target;
        }
    }

    /// Whether somebody may know of it: whose it is, and who may see all that it is about.
    public boolean isSeenBy(String key, Jurisdiction view) {
        return owner.equals(key) || wish.within().isWithin(view);
    }
}
