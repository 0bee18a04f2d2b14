package io.credithub.app.start;

import io.credithub.flow.certificate.ThisHub;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// On which day the hub plays. On the real one, unless the demo has set another before the start:
/// its province ends on a day, and on any later one every teacher would be short of a running year.
///
/// @param clock what the hub takes for now
public record Stage(InstantSource clock, ThisHub hub) {
    private static final AtomicReference<Stage> SET =
            new AtomicReference<>(
                    new Stage(
                            Clock.systemUTC(), new ThisHub(HubVersion.number(), false, List.of())));

    public static Stage now() {
        return Objects.requireNonNull(SET.get());
    }

    /// For the demo, before the house is up.
    ///
    /// @param teachers numbers that somebody may ask about
    public static void play(LocalDate day, ZoneId zone, List<String> teachers) {
        ThisHub hub = new ThisHub(HubVersion.number(), true, teachers);
        set(new Stage(new TurnedDays(OneDay.begun(day, zone, Clock.systemUTC())), hub));
    }

    /// For the demo: another day begins.
    ///
    /// @throws IllegalStateException if no day is played
    public static void turn(LocalDate day) {
        if (!(now().clock() instanceof TurnedDays days)) {
            throw new IllegalStateException("only what is played can be turned");
        }
        days.turn(day);
    }

    static void set(Stage stage) {
        SET.set(stage);
    }

    /// One day after another, when somebody says so.
    private static final class TurnedDays implements InstantSource {
        private final AtomicReference<OneDay> day;

        TurnedDays(OneDay first) {
            day = new AtomicReference<>(first);
        }

        void turn(LocalDate to) {
            OneDay was = Objects.requireNonNull(day.get());
            day.set(OneDay.begun(to, was.zone(), was.real()));
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(day.get()).instant();
        }
    }

    /// From eight in the morning on, for as long as it takes: midnight never comes.
    record OneDay(LocalDate day, ZoneId zone, Instant began, InstantSource real)
            implements InstantSource {
        private static final int MORNING = 8;

        static OneDay begun(LocalDate day, ZoneId zone, InstantSource real) {
            return new OneDay(day, zone, real.instant(), real);
        }

        @Override
        public Instant instant() {
            Instant morning = day.atTime(MORNING, 0).atZone(zone).toInstant();
            Instant last = day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
            Instant now = morning.plus(Duration.between(began, real.instant()));
            return now.isAfter(last) ? last : now;
        }
    }
}
