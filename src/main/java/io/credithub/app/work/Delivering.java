package io.credithub.app.work;

import io.credithub.domain.subscription.RetryPlan;
import io.credithub.flow.access.AuditTrail;
import io.credithub.flow.access.KeyStore;
import io.credithub.flow.report.ReportJobs;
import io.credithub.flow.report.ReportWork;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.subscription.DispatchRights;
import io.credithub.flow.subscription.DispatchTarget.DispatchTargets;
import io.credithub.flow.subscription.DispatchTrail;
import io.credithub.flow.subscription.Dispatches;
import io.credithub.flow.subscription.SendDispatch;
import io.credithub.flow.subscription.SendDispatch.DispatchParts;
import io.credithub.flow.subscription.SendReports;
import io.credithub.flow.subscription.SendReports.SendPlaces;
import io.credithub.flow.subscription.Subscriptions;
import io.credithub.report.post.DeliveryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/// Puts the sending of reports together with all that makes, allows and carries them.
final class Delivering {
    /// A lease outlasts what it is for.
    private static final Duration MORE = Duration.ofMinutes(1);

    @Produces
    @Singleton
    DispatchRights rights(KeyStore keys, DispatchTargets targets) {
        return new DispatchRights(keys, targets, InstantSource.system());
    }

    @Produces
    @Singleton
    DispatchTrail trail(AuditTrail trail, InstantSource clock, MeterRegistry metrics) {
        return new DispatchTrail(
                trail,
                clock,
                outcome -> metrics.counter("hub.deliveries", "outcome", outcome).increment());
    }

    @Produces
    @Singleton
    DispatchParts parts(
            Subscriptions subscriptions,
            Dispatches dispatches,
            ReportJobs jobs,
            ReportWork work,
            DispatchTargets targets,
            DispatchRights rights,
            Policies policies,
            DispatchTrail trail) {
        return new DispatchParts(
                subscriptions, dispatches, jobs, work, targets, rights, policies, trail);
    }

    @Produces
    @Singleton
    SendReports sending(DispatchParts parts, DeliveryConfig config, InstantSource clock) {
        RetryPlan retries =
                new RetryPlan(
                        config.firstPause(),
                        config.longestPause(),
                        config.triesMax(),
                        config.tryFor());
        SendDispatch sending =
                new SendDispatch(
                        parts, retries, clock, () -> ThreadLocalRandom.current().nextDouble());
        return new SendReports(
                parts.subscriptions(),
                parts.dispatches(),
                sending,
                parts.policies(),
                clock,
                new SendPlaces(config.atOnce(), config.sendMax().plus(MORE)));
    }
}
