package io.credithub.app.route;

import io.credithub.domain.Text;
import io.credithub.flow.feed.FeedProblem;
import io.credithub.flow.feed.FeedProblems;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.feed.FileProblem;
import io.credithub.source.check.SourceCheck;
import io.credithub.source.drop.HubFolders;
import io.credithub.source.poll.SourceConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/// Which feeds can run, told once: from their folders, their routes and their configuration. The
/// start and `hub check` ask the same.
public final class CheckedFeeds implements FeedProblems {
    private final List<FeedProblem> found = new ArrayList<>();
    private final Map<String, FeedProblem> off = new ConcurrentSkipListMap<>();
    private final List<RouteFile> routes;

    /// What is looked at.
    ///
    /// @param unread feeds whose folder cannot be used, with the first reason
    /// @param properties what stands for a key between double braces in a route
    public record FeedCheck(
            Feeds feeds,
            Map<String, FileProblem> unread,
            HubFolders folders,
            SourceConfig config,
            UnaryOperator<String> properties) {}

    public CheckedFeeds(FeedCheck asked) throws Exception {
        Set<String> unread = asked.unread.keySet();
        asked.unread.forEach((feed, problem) -> take(folder(feed, problem)));
        RouteCheck.CheckedRoutes checked =
                new RouteCheck(asked.folders.routes(), asked.properties)
                        .run(asked.feeds, asked.config, unread);
        checked.problems().forEach(this::take);
        SourceCheck sources = new SourceCheck(asked.feeds, unread, asked.folders);
        sources.check(asked.config).forEach(this::take);
        found.addAll(sources.foreign(asked.config));
        routes =
                checked.sound().stream()
                        .filter(file -> file.feeds().stream().noneMatch(off::containsKey))
                        .toList();
    }

    private void take(FeedProblem problem) {
        found.add(problem);
        off.putIfAbsent(problem.feed(), problem);
    }

    private static FeedProblem folder(String feed, FileProblem problem) {
        return new FeedProblem(
                feed, "HUB-4411", problem.file(), problem.path(), problem.message(), problem.fix());
    }

    /// The files to load, in this order.
    public List<RouteFile> routes() {
        return routes;
    }

    /// All that was found, several for one feed if need be.
    public List<FeedProblem> found() {
        return List.copyOf(found);
    }

    /// What no check foresaw: the feed is off all the same.
    void cannotLoad(RouteFile file, Exception failure) {
        String why = failure.getClass().getSimpleName();
        for (String feed : file.feeds()) {
            String name = "routes/" + file.path().getFileName();
            Text message = new Text("路由无法启动:" + why, "the route cannot be started: " + why);
            Text fix = new Text("查看日志并更正", "see the log, and correct it");
            off.put(feed, new FeedProblem(feed, "HUB-4416", name, "", message, fix));
        }
    }

    @Override
    public Optional<FeedProblem> of(String feed) {
        return Optional.ofNullable(off.get(feed));
    }

    @Override
    public List<FeedProblem> all() {
        return List.copyOf(off.values());
    }
}
