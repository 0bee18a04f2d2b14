package io.credithub.app.health;

import io.credithub.store.server.CannotStart;
import io.credithub.store.server.EmbeddedPostgres;
import io.quarkus.runtime.Quarkus;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// What the hub does when its embedded server dies: it goes on, and answers 503 where it needs the
/// database, until the server is back; and it ends when the server does not come back, so that
/// whoever supervises the hub starts it anew.
public final class DatabaseWatch implements EmbeddedPostgres.Watcher {
    /// The status of a hub that lost its database for good.
    static final int EXIT = 4;

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);
    private static final int END_SECONDS_MAX = 90;
    private static final AtomicInteger RESTARTS = new AtomicInteger();

    /// How often the embedded server was started again since this process began.
    static int restarts() {
        return RESTARTS.get();
    }

    @Override
    public void died() {
        LOG.error("内置数据库已停止,正在重新启动。The embedded PostgreSQL died and is started again");
    }

    @Override
    public void failed(int tries, String why) {
        LOG.warnf("The embedded PostgreSQL does not start; tries=%d cause=%s", tries, why);
    }

    @Override
    public void restarted() {
        LOG.infof("The embedded PostgreSQL works again; restarts=%d", RESTARTS.incrementAndGet());
    }

    @Override
    public void lost(CannotStart why) {
        System.err.println(why.getMessage());
        Thread.ofPlatform().daemon().name("end").start(DatabaseWatch::endAtLast);
        Quarkus.asyncExit(EXIT);
    }

    /// For an orderly end that the lost database keeps from coming.
    private static void endAtLast() {
        try {
            TimeUnit.SECONDS.sleep(END_SECONDS_MAX);
            Runtime.getRuntime().halt(EXIT);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
