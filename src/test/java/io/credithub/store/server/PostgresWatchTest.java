package io.credithub.store.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PostgresWatchTest {
    private final Server server = new Server();
    private final Told told = new Told();

    @Test
    void aServerThatDiesIsStartedAgainAndTold() {
        server.diesAtLook = 3;
        server.looksMax = 10;
        watch();
        assertThat(told.lines).containsExactly("died", "restarted");
        assertThat(server.starts).isEqualTo(1);
    }

    @Test
    void triesAreBoundedAndWaitLongerEachTime() {
        server.diesAtLook = 1;
        server.startsFail = true;
        watch();
        assertThat(server.starts).isEqualTo(PostgresWatch.TRIES_MAX);
        assertThat(told.lines.getLast())
                .startsWith("lost HUB-4221: the embedded PostgreSQL died")
                .endsWith("Last: no such program");
        assertThat(server.waited).isBetween(Duration.ofSeconds(20), Duration.ofMinutes(2));
    }

    @Test
    void aFullDiskIsWaitedForLonger() {
        server.diesAtLook = 1;
        server.startsFail = true;
        server.isFull = true;
        server.emptiedAtStart = 3 * PostgresWatch.TRIES_MAX;
        server.looksMax = 10;
        watch();
        assertThat(told.lines).endsWith("restarted");
    }

    @Test
    void aServerThatDiesAgainAndAgainEndsTheHub() {
        server.diesAfterEachStart = true;
        server.diesAtLook = 1;
        watch();
        assertThat(server.starts).isEqualTo(PostgresWatch.REVIVALS_MAX);
        assertThat(told.lines.getLast()).startsWith("lost HUB-4221");
    }

    @Test
    void aFolderThatIsGoneEndsTheHubAndStartsNothing() {
        server.missing = CannotStart.becauseHomeIsGone("/srv/hub");
        watch();
        assertThat(told.lines)
                .singleElement()
                .asString()
                .startsWith("lost HUB-4220: the data folder /srv/hub was moved");
        assertThat(server.starts).isZero();
    }

    private void watch() {
        new PostgresWatch(server, told, server::pause).run();
        boolean _ = Thread.interrupted();
    }

    private static final class Told implements EmbeddedPostgres.Watcher {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void died() {
            lines.add("died");
        }

        @Override
        public void failed(int tries, String why) {
            lines.add("failed " + tries);
        }

        @Override
        public void restarted() {
            lines.add("restarted");
        }

        @Override
        public void lost(CannotStart why) {
            lines.add("lost " + why.getMessage());
        }
    }

    private static final class Server implements PostgresWatch.Watched {
        private int looks;
        private int starts;
        private int diesAtLook = Integer.MAX_VALUE;
        private int looksMax = Integer.MAX_VALUE;
        private int emptiedAtStart = Integer.MAX_VALUE;
        private boolean isDown;
        private boolean startsFail;
        private boolean diesAfterEachStart;
        private boolean isFull;
        private @Nullable CannotStart missing;
        private Duration waited = Duration.ZERO;

        private void pause(Duration time) throws InterruptedException {
            waited = waited.plus(time);
            if (looks >= looksMax) throw new InterruptedException();
        }

        @Override
        public boolean isUp() {
            if (++looks == diesAtLook) isDown = true;
            return !isDown;
        }

        @Override
        public @Nullable CannotStart missing() {
            return missing;
        }

        @Override
        public boolean isFull() {
            return isFull;
        }

        @Override
        public void startAgain() throws IOException {
            starts++;
            if (startsFail && starts < emptiedAtStart) throw new IOException("no such program");
            isDown = diesAfterEachStart;
        }
    }
}
