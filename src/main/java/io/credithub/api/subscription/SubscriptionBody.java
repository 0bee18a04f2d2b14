package io.credithub.api.subscription;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.report.ReportBody;
import io.credithub.flow.subscription.Subscription.SendAddress;
import io.credithub.flow.subscription.TargetTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report that is to go out by itself.
///
/// @param report as it is asked for by hand; without a school year, the one that is running each
///   time
/// @param target a name, as `GET /api/v1/subscriptions/targets` tells
/// @param recipients of e-mail; absent for anything else
public record SubscriptionBody(
        @Nullable ReportBody report,
        @Nullable ScheduleBody schedule,
        @Nullable String target,
        @Nullable List<@Nullable String> recipients) {
    private static final int TARGET_LENGTH_MAX = 64;
    private static final int RECIPIENT_LENGTH_MAX = 254;

    static SendAddress address(
            @Nullable String target, @Nullable List<@Nullable String> recipients) {
        if (target == null || target.isBlank() || target.length() > TARGET_LENGTH_MAX) {
            throw ProblemException.badParameter(
                    "target", target, ExpectedValue.text(TARGET_LENGTH_MAX));
        }
        List<@Nullable String> all = recipients == null ? List.of() : recipients;
        if (all.size() > TargetTerms.RECIPIENTS_MAX) throw badRecipients(null);
        // One who is named twice is sent it once.
        return new SendAddress(
                target, all.stream().map(SubscriptionBody::recipient).distinct().toList());
    }

    private static String recipient(@Nullable String one) {
        if (one != null && !one.isBlank() && one.length() <= RECIPIENT_LENGTH_MAX) {
            return one.strip();
        }
        throw badRecipients(one);
    }

    private static ProblemException badRecipients(@Nullable String given) {
        return ProblemException.badParameter(
                "recipients", given, ExpectedValue.text(RECIPIENT_LENGTH_MAX));
    }

    /// What is to be changed; what is absent stays.
    ///
    /// @param version as it was told: nobody's change is lost
    /// @param state `PAUSED`, or `ACTIVE` again
    public record SubscriptionChange(
            @Nullable Integer version,
            @Nullable ScheduleBody schedule,
            @Nullable String target,
            @Nullable List<@Nullable String> recipients,
            @Nullable String state) {}
}
