package io.credithub.api.subscription;

import io.credithub.api.audit.Audited;
import io.credithub.api.report.ReportBody;
import io.credithub.domain.Text;
import io.credithub.flow.subscription.DispatchTarget;
import io.credithub.flow.subscription.DispatchTarget.TargetKind;
import io.credithub.flow.subscription.ReportWish;
import io.credithub.flow.subscription.SendRefusal;
import io.credithub.flow.subscription.Subscription;
import io.credithub.flow.subscription.Subscription.SubscriptionState;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A subscription as it is told to a caller.
///
/// @param report with the title of the report
/// @param owner the id of a key
/// @param recipients persons' addresses: to whoever is not the owner, `o***@example.cn`
/// @param pausedFor why the hub has paused it; absent: it has not
/// @param nextDue absent: it is paused, or not due again
public record SubscriptionView(
        int id,
        int version,
        String owner,
        ReportBody report,
        Text title,
        ScheduleBody schedule,
        String target,
        List<String> recipients,
        SubscriptionState state,
        @Nullable ToldRefusal pausedFor,
        @Nullable Instant nextDue,
        Instant madeAt)
        implements Audited {
    /// @param isClear whether the recipients are told as they are
    static SubscriptionView of(Subscription one, boolean isClear) {
        ReportWish wish = one.wish();
        return new SubscriptionView(
                one.id(),
                one.version(),
                one.owner(),
                new ReportBody(
                        wish.name().code(),
                        wish.within().divisionCode(),
                        wish.schoolYear(),
                        wish.format().code(),
                        ReportBody.code(wish.language()),
                        null,
                        new TreeMap<>(wish.terms())),
                wish.name().title(),
                ScheduleBody.of(one.schedule()),
                one.address().target(),
                isClear ? one.address().recipients() : masked(one.address().recipients()),
                one.state(),
                ToldRefusal.of(one.paused()),
                one.nextDue(),
                one.madeAt());
    }

    private static List<String> masked(List<String> recipients) {
        return recipients.stream().map(SubscriptionView::masked).toList();
    }

    /// The first letter, unless it is all there is, and the domain, which the operator has allowed.
    private static String masked(String recipient) {
        int at = recipient.lastIndexOf('@');
        String first = at > 1 ? recipient.substring(0, recipient.offsetByCodePoints(0, 1)) : "";
        return first + "***" + (at < 0 ? "" : recipient.substring(at));
    }

    @Override
    public String auditTarget() {
        return "subscription=" + id;
    }

    /// Why something is not sent.
    public record ToldRefusal(SendRefusal code, Text message) {
        static @Nullable ToldRefusal of(@Nullable SendRefusal why) {
            return why == null ? null : new ToldRefusal(why, why.told());
        }
    }

    /// Somewhere that the caller may have reports sent to.
    ///
    /// @param divisions reports of these and what belongs to them
    /// @param namesPersons whether reports go there that may name persons
    /// @param recipientDomains of e-mail
    public record TargetView(
            String name,
            TargetKind kind,
            List<String> divisions,
            boolean namesPersons,
            List<String> recipientDomains) {
        static TargetView of(DispatchTarget target) {
            return new TargetView(
                    target.name(),
                    target.terms().kind(),
                    target.terms().divisions().stream().map(one -> one.divisionCode()).toList(),
                    target.terms().takesPersons(),
                    List.copyOf(new TreeSet<>(target.terms().domains())));
        }
    }
}
