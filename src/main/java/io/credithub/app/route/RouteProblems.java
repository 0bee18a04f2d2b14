package io.credithub.app.route;

import io.credithub.domain.Text;
import io.credithub.flow.feed.FeedProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What is wrong with the files of `routes/`, and which feeds that keeps off.
final class RouteProblems {
    private final Path routes;
    private final List<FeedProblem> all = new ArrayList<>();
    private final Set<String> broken = new TreeSet<>();

    RouteProblems(Path routes) {
        this.routes = routes;
    }

    List<FeedProblem> all() {
        return List.copyOf(all);
    }

    int count() {
        return all.size();
    }

    boolean isBroken(String feed) {
        return broken.contains(feed);
    }

    /// @param files those that have been loaded: the one of the feed is named
    void ofFeed(String feed, RouteCode fault, List<RouteFile> files, Text what) {
        RouteFile file =
                files.stream()
                        .filter(one -> one.feeds().contains(feed))
                        .findFirst()
                        .orElseGet(() -> RouteFile.unread(routes.resolve(feed + RouteFile.SUFFIX)));
        add(feed, fault, file, "", what);
    }

    /// All feeds of the file are off.
    void ofFile(RouteFile file, String path, Text what) {
        for (String feed : file.feeds()) add(feed, RouteCode.UNUSABLE, file, path, what);
    }

    private void add(String feed, RouteCode fault, RouteFile file, String path, Text what) {
        broken.add(feed);
        all.add(
                new FeedProblem(
                        feed,
                        fault.code(),
                        "routes/" + file.path().getFileName(),
                        path,
                        new Text(
                                "路由有误:" + oneLine(what.zh()),
                                "the route cannot be used: " + oneLine(what.en())),
                        new Text(
                                "对照 routes/README.md 更正",
                                "correct it; routes/README.md says what a route may do")));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " | ");
    }
}
