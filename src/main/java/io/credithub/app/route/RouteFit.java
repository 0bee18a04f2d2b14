package io.credithub.app.route;

import io.credithub.domain.Text;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.Feeds;
import io.credithub.mapping.feed.LibraryWords;
import io.credithub.source.poll.SourceConfig;
import io.credithub.source.pull.PagingCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Route;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;

/// Whether feeds and routes belong together, and no two routes read from one place.
final class RouteFit {
    private static final Text NO_ROUTE =
            new Text("没有以该来源为编号的路由", "the feed has no route with its id");

    /// The parameter of `pull-pages` that says how a source pages.
    private static final String PAGING = "paging";

    private final Feeds feeds;
    private final SourceConfig config;
    private final List<RouteFile> files;
    private final RouteProblems problems;
    private final Map<String, Set<String>> places = new TreeMap<>();
    private final Set<String> ids = new TreeSet<>();

    /// @param files those that have been loaded
    RouteFit(Feeds feeds, SourceConfig config, List<RouteFile> files, RouteProblems problems) {
        this.feeds = feeds;
        this.config = config;
        this.files = files;
        this.problems = problems;
    }

    /// @param unread feeds whose folder cannot be used: their routes are left alone
    void check(CamelContext camel, Set<String> unread) {
        for (Route route : camel.getRoutes()) {
            String id = route.getRouteId();
            ids.add(id);
            Optional<FeedDefinition> feed = feeds.stated(id);
            if (feed.isPresent()) fits(feed.get(), route.getEndpoint(), camel);
            else if (!unread.contains(id)) noFolder(id);
            note(route);
        }
        for (Set<String> sharing : places.values()) {
            if (sharing.size() < 2) continue;
            String all = String.join(", ", sharing);
            Text what = new Text("多条路由读同一处:" + all, "these routes read from one place: " + all);
            for (String id : sharing) {
                if (!problems.isBroken(id)) problems.ofFeed(id, RouteCode.SAME_PLACE, files, what);
            }
        }
        for (FeedDefinition feed : feeds.all()) {
            boolean isMissing = !ids.contains(feed.code()) && !problems.isBroken(feed.code());
            if (isMissing) problems.ofFeed(feed.code(), RouteCode.NO_ROUTE, files, NO_ROUTE);
        }
    }

    private void note(Route route) {
        Endpoint from = route.getEndpoint();
        boolean isShared =
                from instanceof MultipleConsumersSupport many
                        && many.isMultipleConsumersSupported();
        if (isShared) return;
        places.computeIfAbsent(from.getEndpointKey(), _ -> new TreeSet<>()).add(route.getRouteId());
    }

    private void noFolder(String id) {
        String file = "mappings/" + id + "/feed.yaml";
        Text what = new Text("没有 " + file, "there is no " + file);
        problems.ofFeed(id, RouteCode.NO_FOLDER, files, what);
    }

    private void misfit(String feed, String zh, String en) {
        problems.ofFeed(feed, RouteCode.UNUSABLE, files, new Text(zh, en));
    }

    private void fits(FeedDefinition feed, Endpoint from, CamelContext camel) {
        String code = feed.code();
        switch (feed.kind()) {
            case PUSH -> {
                if (from.getEndpointUri().equals("direct://" + code)) return;
                String en = "a pushed feed comes from direct:" + code;
                misfit(code, "推送的来源应来自 direct:" + code, en);
            }
            case DROP -> drops(code, from);
            case PULL -> paging(code, camel);
        }
    }

    private void drops(String code, Endpoint from) {
        if (!(from instanceof GenericFileEndpoint<?> files)) {
            misfit(code, "投递的来源应读文件夹", "a dropped feed comes from a file endpoint");
            return;
        }
        if (!(files.getPollStrategy() instanceof RouteCheck.Polls)) {
            String needed = "pollStrategy: \"#" + RouteBeans.POLL_STRATEGY + "\"";
            misfit(code, "投递的来源需要 " + needed, "a dropped feed needs " + needed);
            return;
        }
        Path read = Path.of(files.getConfiguration().getDirectory());
        SourceConfig.Feed settings = config.feeds().get(code);
        if (settings == null || settings.folder().isEmpty()) return;
        Path given = settings.folder().get().toAbsolutePath();
        boolean isIts =
                read.equals(Path.of(RouteAddress.folder(code)))
                        || read.toAbsolutePath().normalize().equals(given.normalize());
        if (isIts) return;
        String key = RouteAddress.folderKey(code);
        misfit(code, "路由所读的不是 " + key, "the route does not read the folder of " + key);
    }

    /// It ticks; of a route by the template it is known before the first poll whether that can be.
    private void paging(String code, CamelContext camel) {
        RouteDefinition definition =
                camel.getCamelContextExtension()
                        .getContextPlugin(Model.class)
                        .getRouteDefinition(code);
        Map<String, Object> given = definition.getTemplateParameters();
        if (given == null || !(given.get(PAGING) instanceof String paging)) return;
        PagingCheck.fault(paging)
                .map(LibraryWords::of)
                .ifPresent(
                        what -> misfit(code, PAGING + ":" + what.zh(), PAGING + ": " + what.en()));
    }
}
