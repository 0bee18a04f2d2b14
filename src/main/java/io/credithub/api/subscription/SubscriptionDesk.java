package io.credithub.api.subscription;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.Particulars;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.problem.SubscriptionCode;
import io.credithub.api.report.ReportBody;
import io.credithub.api.report.ReportScopes;
import io.credithub.api.subscription.SubscriptionBody.SubscriptionChange;
import io.credithub.domain.Text;
import io.credithub.domain.subscription.SendSchedule;
import io.credithub.flow.access.Role;
import io.credithub.flow.report.ReportCatalogue;
import io.credithub.flow.report.ReportOrder;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.subscription.DispatchTarget;
import io.credithub.flow.subscription.DispatchTarget.DispatchTargets;
import io.credithub.flow.subscription.ReportWish;
import io.credithub.flow.subscription.Subscription;
import io.credithub.flow.subscription.Subscription.SendAddress;
import io.credithub.flow.subscription.Subscription.SubscriptionState;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a caller asks for, made into a subscription that may be kept.
@Singleton
final class SubscriptionDesk {
    private static final Text LATER = new Text("填写将来的时刻", "choose a time that is to come");

    private final ReportCatalogue catalogue;
    private final ReportScopes scopes;
    private final Callers callers;
    private final DispatchTargets targets;
    private final Policies policies;
    private final InstantSource clock;

    SubscriptionDesk(
            ReportCatalogue catalogue,
            ReportScopes scopes,
            Callers callers,
            DispatchTargets targets,
            Policies policies,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.scopes = scopes;
        this.callers = callers;
        this.targets = targets;
        this.policies = policies;
        this.clock = clock;
    }

    /// To the microsecond, as the registry keeps it.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    List<DispatchTarget> targets() {
        String key = callers.caller().key();
        return targets.all().stream().filter(one -> one.terms().isOpenTo(key)).toList();
    }

    Subscription wanted(@Nullable SubscriptionBody asked) {
        SubscriptionBody body =
                asked == null ? new SubscriptionBody(null, null, null, null) : asked;
        String owner = callers.caller().key();
        ReportOrder order = ReportBody.orderOfNow(body.report(), catalogue, scopes, owner);
        boolean isRunning = body.report() == null || body.report().schoolYear() == null;
        SendSchedule schedule = ScheduleBody.of(body.schedule());
        Subscription wanted =
                new Subscription(
                        0,
                        owner,
                        ReportWish.of(order, isRunning),
                        schedule,
                        SubscriptionBody.address(body.target(), body.recipients()),
                        SubscriptionState.ACTIVE,
                        null,
                        1,
                        next(schedule),
                        now());
        orRefused(wanted);
        return wanted;
    }

    /// @throws ProblemException if it is never due
    private Instant next(SendSchedule schedule) {
        return schedule.next(now(), policies.zone())
                .orElseThrow(() -> ProblemException.badParameter("schedule.date", LATER));
    }

    private void orRefused(Subscription wanted) {
        SendAddress address = wanted.address();
        DispatchTarget target =
                targets.find(address.target())
                        .filter(one -> one.terms().isOpenTo(wanted.owner()))
                        .orElseThrow(() ->
                                ProblemException.badParameter(
                                        "target", address.target(), ExpectedValue.oneOf(names())));
        target.terms()
                .refusal(wanted.owner(), wanted.wish(), address)
                .ifPresent(why -> {
                    throw new ProblemException(
                            SubscriptionCode.MAY_NOT,
                            new Particulars("target", null, why.name(), why.told()));
                });
    }

    private List<String> names() {
        return targets().stream().map(DispatchTarget::name).toList();
    }

    /// By whose it is, or by a registrar or operator who may see all that it is about.
    void orForbidden(Subscription of) {
        boolean isOwn = of.owner().equals(callers.caller().key());
        boolean mayDecide = !Role.of(callers.caller().grant()).equals(Role.READER);
        if (!isOwn && !mayDecide) throw new ProblemException(ProblemCode.FORBIDDEN);
    }

    /// @throws ProblemException if it is paused; of one that is gone, what is sent is refused
    static void orPaused(Subscription of) {
        if (of.state() == SubscriptionState.PAUSED) {
            throw new ProblemException(SubscriptionCode.IS_PAUSED);
        }
    }

    /// With the recipients' addresses for whose it is and for operators alone.
    SubscriptionView told(Subscription one) {
        boolean isOwn = one.owner().equals(callers.caller().key());
        boolean isOperator = Role.of(callers.caller().grant()).equals(Role.OPERATOR);
        return SubscriptionView.of(one, isOwn || isOperator);
    }

    Subscription changed(Subscription before, @Nullable SubscriptionChange change) {
        if (change == null || change.version() == null) {
            throw ProblemException.badParameter("version", ExpectedValue.NEEDED);
        }
        if (change.version() != before.version()) {
            throw new ProblemException(SubscriptionCode.CHANGED_MEANWHILE);
        }
        SubscriptionState state = state(before, change.state());
        SendSchedule schedule =
                change.schedule() == null ? before.schedule() : ScheduleBody.of(change.schedule());
        Subscription changed =
                new Subscription(
                        before.id(),
                        before.owner(),
                        before.wish(),
                        schedule,
                        address(before, change),
                        state,
                        null,
                        before.version(),
                        due(before, state, schedule),
                        before.madeAt());
        if (state == SubscriptionState.ACTIVE) orRefused(changed);
        return changed;
    }

    /// What goes on by the same times is due when it was: if that has come already, it still goes
    /// out.
    private @Nullable Instant due(
            Subscription before, SubscriptionState state, SendSchedule schedule) {
        if (state != SubscriptionState.ACTIVE) return null;
        boolean goesOn = before.state() == state && schedule.equals(before.schedule());
        return goesOn ? before.nextDue() : next(schedule);
    }

    private static SendAddress address(Subscription before, SubscriptionChange change) {
        if (change.target() == null && change.recipients() == null) return before.address();
        String target = Objects.requireNonNullElse(change.target(), before.address().target());
        return change.recipients() == null
                ? SubscriptionBody.address(target, List.copyOf(before.address().recipients()))
                : SubscriptionBody.address(target, change.recipients());
    }

    private static SubscriptionState state(Subscription before, @Nullable String asked) {
        if (asked == null) return before.state();
        return switch (asked) {
            case "ACTIVE" -> SubscriptionState.ACTIVE;
            case "PAUSED" -> SubscriptionState.PAUSED;
            default ->
                    throw ProblemException.badParameter(
                            "state", asked, ExpectedValue.oneOf("ACTIVE", "PAUSED"));
        };
    }
}
