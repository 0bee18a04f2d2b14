package io.credithub.source.poll;

import io.credithub.flow.feed.FeedAlarm;
import io.credithub.flow.feed.FeedDefinition.FeedKind;
import io.credithub.flow.feed.FeedPulse;
import io.credithub.flow.feed.FeedWatch;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.load.Backlog;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;

/// What is expected of each feed, and whether its route still comes by.
@Singleton
public final class RouteWatch implements FeedWatch {
    private static final int FAILURES_MIN = 3;
    private static final int INTERVALS_OVERDUE = 3;
    private static final Duration OVERDUE_MIN = Duration.ofSeconds(10);
    private static final int INTERVALS_SILENT = 10;
    private static final Duration SILENT_MIN = Duration.ofMinutes(10);

    /// A route comes by twice a second, and waits for the database for half a minute at most.
    private static final Duration TICKS_STOP = Duration.ofMinutes(2);

    private final CamelContext camel;
    private final FeedScheduler polling;
    private final SourceConfig config;
    private final Feeds feeds;
    private final Backlog backlog;
    private final InstantSource clock = InstantSource.system();
    private final Instant since = clock.instant();

    RouteWatch(
            CamelContext camel,
            FeedScheduler polling,
            SourceConfig config,
            Feeds feeds,
            Backlog backlog) {
        this.camel = camel;
        this.polling = polling;
        this.config = config;
        this.feeds = feeds;
        this.backlog = backlog;
    }

    @Override
    public List<FeedAlarm> alarms(FeedPulse pulse) {
        if (pulse.paused()) return List.of();
        Optional<Boolean> isAlive = isRouteAlive(pulse.feed());
        if (isAlive.isEmpty()) return List.of();
        List<FeedAlarm> alarms = new ArrayList<>();
        if (pulse.failures() >= FAILURES_MIN) alarms.add(FeedAlarm.FAILING);
        if (isSilent(pulse)) alarms.add(FeedAlarm.SILENT);
        if (isOverdue(pulse)) alarms.add(FeedAlarm.OVERDUE);
        if (!isAlive.get()) alarms.add(FeedAlarm.ROUTE_DEAD);
        return List.copyOf(alarms);
    }

    private boolean isSilent(FeedPulse pulse) {
        SourceConfig.Feed settings = config.feeds().get(pulse.feed());
        if (settings == null) return false;
        Instant full = backlog.lastFull(pulse.feed()).orElse(null);
        Optional<Duration> expected = settings.expectedEvery();
        if (expected.isPresent()) {
            return since(latest(pulse.lastLandedAt(), full)).compareTo(expected.get()) > 0;
        }
        if (isPushed(pulse.feed())) return false;
        Duration atMost = longer(settings.interval().multipliedBy(INTERVALS_SILENT), SILENT_MIN);
        Instant heard = latest(latest(pulse.lastLandedAt(), pulse.lastPolledAt()), full);
        return since(heard).compareTo(atMost) > 0;
    }

    /// Who was not here cannot say that nothing came.
    private Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .reduce(since, (a, b) -> a.isAfter(b) ? a : b);
    }

    /// A pull of years takes its time, page after page: what counts is when it last moved on.
    private boolean isOverdue(FeedPulse pulse) {
        SourceConfig.Feed settings = config.feeds().get(pulse.feed());
        Instant began = pulse.pollingSince();
        if (settings == null || began == null) return false;
        Instant landed = pulse.lastLandedAt();
        Instant moved = landed != null && landed.isAfter(began) ? landed : began;
        Duration atMost = longer(settings.interval().multipliedBy(INTERVALS_OVERDUE), OVERDUE_MIN);
        return since(moved).compareTo(atMost) > 0;
    }

    private Duration since(Instant then) {
        return Duration.between(then, clock.instant());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    @Override
    public Optional<Boolean> isRouteAlive(String feed) {
        boolean isHere = camel.getRoute(feed) != null && (isPushed(feed) || isConfigured(feed));
        if (!isHere || !polling.isOpen()) return Optional.empty();
        boolean isStarted =
                camel.getRouteController().getRouteStatus(feed) == ServiceStatus.Started;
        return Optional.of(isStarted && (isPushed(feed) || comesBy(feed)));
    }

    private boolean comesBy(String feed) {
        FeedScheduler.Tick last = polling.lastTick(feed).orElse(null);
        if (last == null) return since(begun(feed)).compareTo(TICKS_STOP) < 0;
        if (!last.thread().isAlive()) return false;
        boolean isBusy = polling.running(feed).isPresent();
        return isBusy || since(last.at()).compareTo(TICKS_STOP) < 0;
    }

    private Instant begun(String feed) {
        Instant again = polling.startedAt(feed);
        return again.isAfter(since) ? again : since;
    }

    private boolean isConfigured(String feed) {
        SourceConfig.Feed settings = config.feeds().get(feed);
        return settings != null && (settings.url().isPresent() || settings.folder().isPresent());
    }

    private boolean isPushed(String feed) {
        return feeds.find(feed).map(known -> known.kind() == FeedKind.PUSH).orElse(false);
    }
}
