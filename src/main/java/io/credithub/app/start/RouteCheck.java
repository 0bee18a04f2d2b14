package io.credithub.app.start;

import io.credithub.domain.Text;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedProblem;
import io.credithub.flow.feed.Feeds;
import io.credithub.mapping.feed.LibraryWords;
import io.credithub.source.poll.SourceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Route;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/// Builds the routes of `routes/` in a Camel of its own, without starting any of them: what cannot
/// be built is a problem of its file, and keeps no other from being built.
public final class RouteCheck {
    private static final Text NO_ROUTE =
            new Text("没有以该来源为编号的路由", "the feed has no route with its id");
    private static final Text UNREAD =
            new Text("文件不是 UTF-8,或无权读取", "the file cannot be read as UTF-8");
    private static final Pattern LINE = Pattern.compile("\\bline:? (\\d+)");

    private final Path routes;
    private final UnaryOperator<String> properties;
    private final List<FeedProblem> problems = new ArrayList<>();
    private final Set<String> broken = new TreeSet<>();
    private final List<RouteFile> sound = new ArrayList<>();

    /// @param properties what stands for a key between double braces; null where nothing does
    public RouteCheck(Path routes, UnaryOperator<String> properties) {
        this.routes = routes;
        this.properties = properties;
    }

    /// What was found.
    ///
    /// @param sound the files that can be loaded, what routes have in common first
    public record CheckedRoutes(List<FeedProblem> problems, List<RouteFile> sound) {}

    /// @param unread feeds whose folder cannot be used: their routes are left alone
    public CheckedRoutes run(Feeds feeds, SourceConfig config, Set<String> unread)
            throws Exception {
        Logger.getLogger("org.apache.camel").setLevel(Level.WARNING);
        CamelContext camel = new DefaultCamelContext();
        try {
            prepare(camel);
            Set<String> configurations = new TreeSet<>();
            for (RouteFile file : files()) {
                if (check(camel, file, configurations)) sound.add(file);
            }
            fit(camel, feeds, config, unread);
        } finally {
            camel.stop();
        }
        sound.removeIf(file -> file.feeds().stream().anyMatch(broken::contains));
        return new CheckedRoutes(List.copyOf(problems), List.copyOf(sound));
    }

    private void prepare(CamelContext camel) {
        camel.setAutoStartup(false);
        camel.getPropertiesComponent().addPropertiesSource(new GivenProperties(properties));
        for (String bean : RouteBeans.METHODS.keySet()) {
            camel.getRegistry().bind(bean, new Object());
        }
        camel.getRegistry().bind(RouteBeans.POLL_STRATEGY, new Polls());
        camel.start();
    }

    /// Stands for the bean of that name.
    private static final class Polls extends DefaultPollingConsumerPollStrategy {}

    private record GivenProperties(UnaryOperator<String> properties) implements PropertiesSource {
        @Override
        public String getName() {
            return "the configuration of the hub";
        }

        @Override
        @SuppressWarnings("NullAway") // Camel asks for null where there is nothing
        public String getProperty(String name) {
            String alias = FolderAlias.ofKey(name);
            return alias == null ? properties.apply(name) : alias;
        }
    }

    /// What routes have in common comes before them.
    private List<RouteFile> files() throws IOException {
        if (!Files.isDirectory(routes)) return List.of();
        List<RouteFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(routes)) {
            for (Path path : all.filter(RouteFile::isRoute).sorted().toList()) {
                try {
                    files.add(RouteFile.read(path));
                } catch (IOException unreadable) {
                    problem(RouteFile.unread(path), "", UNREAD);
                }
            }
        }
        files.sort(Comparator.comparing(file -> !file.isCommon()));
        return files;
    }

    private boolean check(CamelContext camel, RouteFile file, Set<String> configurations) {
        int before = problems.size();
        for (RouteFile.RouteFault fault : file.faults()) problem(file, fault.path(), fault.what());
        for (String wanted : file.wantedConfigurations()) {
            if (!configurations.contains(wanted)) {
                Text none =
                        new Text(
                                "没有可用的路由配置 " + wanted,
                                "no route configuration " + wanted + " that can be used");
                problem(file, "", none);
            }
        }
        if (problems.size() > before) return false;
        try {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file.path()));
            configurations.addAll(file.configurations());
            return true;
        } catch (Exception failed) {
            Text message = LibraryWords.of(deepest(failed));
            Matcher line = LINE.matcher(message.en());
            problem(file, line.find() ? "line " + line.group(1) : "", message);
            return false;
        }
    }

    /// Whether feeds and routes belong together, and no two routes read from one place.
    private void fit(CamelContext camel, Feeds feeds, SourceConfig config, Set<String> unread) {
        Map<String, Set<String>> places = new TreeMap<>();
        Set<String> ids = new TreeSet<>();
        for (Route route : camel.getRoutes()) {
            String id = route.getRouteId();
            ids.add(id);
            Endpoint from = route.getEndpoint();
            feeds.stated(id)
                    .ifPresentOrElse(
                            feed -> fits(feed, from, config),
                            () -> {
                                if (!unread.contains(id)) noFolder(id);
                            });
            boolean isShared =
                    from instanceof MultipleConsumersSupport many
                            && many.isMultipleConsumersSupported();
            if (!isShared) {
                places.computeIfAbsent(from.getEndpointKey(), _ -> new TreeSet<>()).add(id);
            }
        }
        for (Set<String> sharing : places.values()) {
            if (sharing.size() < 2) continue;
            for (String id : sharing) {
                String all = String.join(", ", sharing);
                Text what = new Text("多条路由读同一处:" + all, "these routes read from one place: " + all);
                if (!broken.contains(id)) problem(id, "HUB-4417", what);
            }
        }
        for (FeedDefinition feed : feeds.all()) {
            boolean isMissing = !ids.contains(feed.code()) && !broken.contains(feed.code());
            if (isMissing) problem(feed.code(), "HUB-4413", NO_ROUTE);
        }
    }

    private void noFolder(String id) {
        String file = "mappings/" + id + "/feed.yaml";
        problem(id, "HUB-4414", new Text("没有 " + file, "there is no " + file));
    }

    private void fits(FeedDefinition feed, Endpoint from, SourceConfig config) {
        String code = feed.code();
        switch (feed.kind()) {
            case PUSH -> {
                String wanted = "direct://" + code;
                if (from.getEndpointUri().equals(wanted)) return;
                String en = "a pushed feed comes from direct:" + code;
                problem(code, "HUB-4412", new Text("推送的来源应来自 direct:" + code, en));
            }
            case DROP -> {
                if (!(from instanceof GenericFileEndpoint<?> files)) {
                    Text what = new Text("投递的来源应读文件夹", "a dropped feed comes from a file endpoint");
                    problem(code, "HUB-4412", what);
                    return;
                }
                if (!(files.getPollStrategy() instanceof Polls)) {
                    String en = "a dropped feed needs pollStrategy: \"#drop-polls\"";
                    Text what = new Text("投递的来源需要 pollStrategy: \"#drop-polls\"", en);
                    problem(code, "HUB-4412", what);
                    return;
                }
                Path read = Path.of(files.getConfiguration().getDirectory());
                SourceConfig.Feed settings = config.feeds().get(code);
                if (settings == null || settings.folder().isEmpty()) return;
                Path given = settings.folder().get().toAbsolutePath();
                boolean isIts =
                        read.equals(Path.of(FolderAlias.of(code)))
                                || read.toAbsolutePath().normalize().equals(given.normalize());
                if (isIts) return;
                String key = "hub.source." + code + ".folder";
                String en = "the route does not read the folder of " + key;
                problem(code, "HUB-4412", new Text("路由所读的不是 " + key, en));
            }
            case PULL -> {
                // It ticks; where it pulls from is the configuration's.
            }
        }
    }

    private static Throwable deepest(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause;
    }

    private void problem(String id, String code, Text what) {
        RouteFile file =
                sound.stream()
                        .filter(one -> one.feeds().contains(id))
                        .findFirst()
                        .orElseGet(() -> RouteFile.unread(routes.resolve(id + RouteFile.SUFFIX)));
        broken.add(id);
        problems.add(told(id, code, file, "", what));
    }

    private void problem(RouteFile file, String path, Text what) {
        for (String id : file.feeds()) {
            broken.add(id);
            problems.add(told(id, "HUB-4412", file, path, what));
        }
    }

    private static FeedProblem told(
            String id, String code, RouteFile file, String path, Text what) {
        return new FeedProblem(
                id,
                code,
                "routes/" + file.path().getFileName(),
                path,
                new Text(
                        "路由有误:" + oneLine(what.zh()),
                        "the route cannot be used: " + oneLine(what.en())),
                new Text(
                        "对照 routes/README.md 更正",
                        "correct it; routes/README.md says what a route may do"));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " | ");
    }
}
