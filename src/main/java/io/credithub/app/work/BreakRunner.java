package io.credithub.app.work;

import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakWork;
import io.credithub.flow.breaks.FindBreaks;
import io.credithub.flow.rules.Policies;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Does runs of reconciliation in the background: those that somebody asks for, those that a crash
/// interrupted, and of each night the school year that is running and the one before.
@ApplicationScoped
public class BreakRunner implements BreakWork {
    private static final Logger LOG = Logger.getLogger(BreakRunner.class);
    private static final String HUB = "hub";

    private final FindBreaks find;
    private final Policies policies;
    private final InstantSource clock;
    private final AtomicBoolean isAtWork = new AtomicBoolean();
    private final AtomicBoolean isAskedAgain = new AtomicBoolean();

    BreakRunner(FindBreaks find, Policies policies, InstantSource clock) {
        this.find = find;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public void begin() {
        isAskedAgain.set(true);
        work();
    }

    /// Another process may have stopped in the middle of a run.
    @Scheduled(every = "10s", delayed = "10s")
    void look() {
        begin();
    }

    private void work() {
        if (!isAtWork.compareAndSet(false, true)) return;
        isAskedAgain.set(false);
        find.work()
                .subscribe()
                .with(
                        _ -> end(),
                        failure -> {
                            LOG.warnf(failure, "A run of reconciliation stopped");
                            end();
                        });
    }

    private void end() {
        isAtWork.set(false);
        if (isAskedAgain.get()) work();
    }

    @Scheduled(cron = "${hub.reconciliation.nightly:0 30 2 * * ?}")
    Uni<Void> nightly() {
        SchoolCalendar calendar = policies.inForce().policy().terms().calendar();
        int year = calendar.schoolYearOf(policies.dayOf(clock.instant()));
        Jurisdiction all = new Jurisdiction(policies.rules().province());
        return find.ask(all, year - 1, HUB)
                .chain(() -> find.ask(all, year, HUB))
                .invoke(this::begin)
                .onFailure()
                .invoke(failure -> LOG.warnf("No nightly reconciliation; cause=%s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
