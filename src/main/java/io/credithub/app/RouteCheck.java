package io.credithub.app;

import io.credithub.domain.Text;
import io.credithub.flow.Problem;
import io.credithub.mapping.LibraryWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/// Builds the routes of `routes/` in a Camel of its own, without starting any of them: what cannot
/// be built is a problem of its file.
final class RouteCheck {
    private static final Text NO_ROUTE =
            new Text("没有以该来源为编号的路由", "the feed has no route with its id");
    private static final String SUFFIX = ".camel.yaml";
    private static final Pattern LINE = Pattern.compile("\\bline:? (\\d+)");
    private static final Pattern BEAN =
            Pattern.compile("\\bbean:([A-Za-z0-9_-]+)(?:\\?method=([A-Za-z0-9_]+))?");

    private final Path routes;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> broken = new TreeSet<>();

    RouteCheck(Path routes) {
        this.routes = routes;
    }

    /// @param feeds their codes: each comes in by the route of its name
    List<Problem> run(Set<String> feeds) throws Exception {
        Logger.getLogger("org.apache.camel").setLevel(Level.WARNING);
        CamelContext camel = new DefaultCamelContext();
        try {
            camel.setAutoStartup(false);
            camel.getPropertiesComponent().setIgnoreMissingProperty(true);
            for (String bean : RouteBeans.METHODS.keySet()) {
                camel.getRegistry().bind(bean, new Object());
            }
            camel.getRegistry()
                    .bind(RouteBeans.POLL_STRATEGY, new DefaultPollingConsumerPollStrategy());
            camel.start();
            for (Path file : files()) {
                load(camel, file);
                beans(file);
            }
            everyFeedHasItsRoute(camel, feeds);
        } finally {
            camel.stop();
        }
        return problems;
    }

    /// What routes have in common comes before them.
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(routes)) return List.of();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(routes)) {
            all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().forEach(files::add);
        }
        List<Path> common = new ArrayList<>();
        for (Path file : files) {
            if (Files.readString(file).contains("- routeConfiguration:")) common.add(file);
        }
        files.sort(Comparator.comparing(file -> !common.contains(file)));
        return files;
    }

    private void load(CamelContext camel, Path file) {
        try {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file));
        } catch (Exception failed) {
            broken.add(String.valueOf(file.getFileName()));
            Text message = LibraryWords.of(deepest(failed));
            Matcher line = LINE.matcher(message.en());
            problem(file, line.find() ? "line " + line.group(1) : "", message);
        }
    }

    private void beans(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int number = 1; number <= lines.size(); number++) {
            Matcher call = BEAN.matcher(lines.get(number - 1));
            while (call.find()) {
                Set<String> methods = RouteBeans.METHODS.get(call.group(1));
                if (methods == null) {
                    Set<String> known = new TreeSet<>(RouteBeans.METHODS.keySet());
                    String bean = call.group(1);
                    Text noBean =
                            new Text(
                                    "没有 bean %s,可用:%s".formatted(bean, known),
                                    "no bean %s, but %s".formatted(bean, known));
                    problem(file, "line " + number, noBean);
                } else if (call.group(2) != null && !methods.contains(call.group(2))) {
                    String bean = call.group(1);
                    String method = call.group(2);
                    Set<String> known = new TreeSet<>(methods);
                    Text noMethod =
                            new Text(
                                    "%s 没有方法 %s,可用:%s".formatted(bean, method, known),
                                    "%s has no method %s, but %s".formatted(bean, method, known));
                    problem(file, "line " + number, noMethod);
                }
            }
        }
    }

    private void everyFeedHasItsRoute(CamelContext camel, Set<String> feeds) {
        Set<String> ids = new TreeSet<>();
        for (Route route : camel.getRoutes()) ids.add(route.getRouteId());
        for (String feed : new TreeSet<>(feeds)) {
            if (ids.contains(feed) || broken.contains(feed + SUFFIX)) continue;
            problem(routes.resolve(feed + SUFFIX), "", NO_ROUTE);
        }
    }

    private static Throwable deepest(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause;
    }

    private void problem(Path file, String path, Text what) {
        problems.add(
                new Problem(
                        "routes/" + file.getFileName(),
                        path,
                        new Text("路由有误:" + what.zh(), "the route cannot be used: " + what.en()),
                        new Text(
                                "对照 routes/README.md 更正",
                                "correct it; routes/README.md says what a route may do")));
    }
}
