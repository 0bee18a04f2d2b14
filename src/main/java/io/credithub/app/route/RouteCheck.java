package io.credithub.app.route;

import io.credithub.domain.Text;
import io.credithub.flow.feed.FeedProblem;
import io.credithub.flow.feed.Feeds;
import io.credithub.mapping.feed.LibraryWords;
import io.credithub.source.poll.SourceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.bean.BeanEndpoint;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.model.language.ExpressionDefinition;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/// Builds the routes of `routes/` in a Camel of its own and starts them on trial, with beans that
/// do nothing: what cannot be built or started is a problem of its file, and keeps no other from
/// it. Nothing is asked, looked at or landed.
public final class RouteCheck {
    private static final Text UNREAD =
            new Text("文件不是 UTF-8,或无权读取", "the file cannot be read as UTF-8");
    private static final Pattern LINE = Pattern.compile("\\bline:? (\\d+)");

    private final Path routes;
    private final UnaryOperator<String> properties;
    private final RouteProblems problems;
    private final List<RouteFile> sound = new ArrayList<>();
    private final Set<String> configurations = new TreeSet<>();
    private final Set<String> ids = new TreeSet<>();
    private final Set<Endpoint> seen = new HashSet<>();

    /// @param properties what stands for a key between double braces; null where nothing does
    public RouteCheck(Path routes, UnaryOperator<String> properties) {
        this.routes = routes;
        this.properties = properties;
        this.problems = new RouteProblems(routes);
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
            List<RouteFile> files = files();
            prepare(camel, config, files);
            for (RouteFile file : files) {
                if (isSound(camel, file)) sound.add(file);
            }
            new RouteFit(feeds, config, sound, problems).check(camel, unread);
            for (Route route : camel.getRoutes()) start(camel, route);
        } finally {
            camel.stop();
        }
        sound.removeIf(file -> file.feeds().stream().anyMatch(problems::isBroken));
        return new CheckedRoutes(problems.all(), List.copyOf(sound));
    }

    private void prepare(CamelContext camel, SourceConfig config, List<RouteFile> files) {
        camel.setAutoStartup(false);
        camel.getPropertiesComponent().addPropertiesSource(new GivenProperties(properties));
        for (String bean : RouteBeans.METHODS.keySet()) {
            camel.getRegistry().bind(bean, new StandInBean());
        }
        camel.getRegistry().bind(RouteBeans.POLL_STRATEGY, new Polls());
        HttpClientConfigurer client = _ -> {};
        for (RouteFile file : files) {
            for (String feed : file.feeds()) {
                camel.getRegistry().bind(RouteBeans.PAGE_CLIENT + feed, client);
                RouteAddress.give(camel, feed, config);
            }
        }
        camel.start();
    }

    /// Stands for the bean of that name, and never looks into a folder.
    static final class Polls extends DefaultPollingConsumerPollStrategy {
        @Override
        public boolean begin(Consumer consumer, Endpoint endpoint) {
            return false;
        }
    }

    private record GivenProperties(UnaryOperator<String> properties) implements PropertiesSource {
        @Override
        public String getName() {
            return "the configuration of the hub";
        }

        @Override
        @SuppressWarnings("NullAway") // Camel asks for null where there is nothing
        public String getProperty(String name) {
            return properties.apply(name);
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
                    problems.ofFile(RouteFile.unread(path), "", UNREAD);
                }
            }
        }
        files.sort(Comparator.comparingInt(RouteFile::rank));
        return files;
    }

    private boolean isSound(CamelContext camel, RouteFile file) {
        int before = problems.count();
        Predicate<String> exists = name -> camel.getClassResolver().resolveClass(name) != null;
        for (RouteFile.RouteFault fault : file.faults(exists)) {
            problems.ofFile(file, fault.path(), fault.what());
        }
        for (String wanted : file.wantedConfigurations()) {
            if (configurations.contains(wanted)) continue;
            Text none =
                    new Text(
                            "没有可用的路由配置 " + wanted,
                            "no route configuration " + wanted + " that can be used");
            problems.ofFile(file, "", none);
        }
        for (RouteFile.TemplateUse use : file.uses()) uses(camel, file, use);
        for (String id : file.routes()) {
            if (ids.add(id)) continue;
            Text twice =
                    new Text(
                            "已有编号为 %s 的路由".formatted(id),
                            "there is a route %s already".formatted(id));
            problems.ofFile(file, "", twice);
        }
        return problems.count() == before && isLoaded(camel, file);
    }

    /// A parameter that a template does not know would be passed over in silence.
    private void uses(CamelContext camel, RouteFile file, RouteFile.TemplateUse use) {
        RouteTemplateDefinition template = model(camel).getRouteTemplateDefinition(use.template());
        if (template == null) {
            Text none =
                    new Text(
                            "没有可用的路由模板 " + use.template(),
                            "no route template " + use.template() + " that can be used");
            problems.ofFile(file, "", none);
            return;
        }
        Set<String> known = new TreeSet<>();
        for (RouteTemplateParameterDefinition one : template.getTemplateParameters()) {
            known.add(one.getName());
        }
        for (String name : use.parameters()) {
            if (known.contains(name)) continue;
            Text unknown =
                    new Text(
                            "模板 %s 没有参数 %s,可用:%s".formatted(use.template(), name, known),
                            "template %s has no parameter %s, but %s"
                                    .formatted(use.template(), name, known));
            problems.ofFile(file, name, unknown);
        }
    }

    private boolean isLoaded(CamelContext camel, RouteFile file) {
        try {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file.path()));
            for (String id : file.configurations()) conditions(camel, id);
        } catch (Exception failed) {
            Text message = words(failed);
            Matcher line = LINE.matcher(message.en());
            problems.ofFile(file, line.find() ? "line " + line.group(1) : "", message);
            return false;
        }
        configurations.addAll(file.configurations());
        int before = problems.count();
        for (Endpoint endpoint : camel.getEndpoints()) {
            if (!seen.add(endpoint) || !(endpoint instanceof BeanEndpoint bean)) continue;
            RouteBeans.fault(bean.getBeanName(), bean.getMethod())
                    .ifPresent(what -> problems.ofFile(file, "", what));
        }
        return problems.count() == before;
    }

    /// Camel itself reads the condition of a clause when something has failed, and not before.
    private static void conditions(CamelContext camel, String configuration) {
        RouteConfigurationDefinition common =
                model(camel).getRouteConfigurationDefinition(configuration);
        for (OnExceptionDefinition clause : common.getOnExceptions()) {
            if (clause.getOnWhen() == null) continue;
            ExpressionDefinition condition = clause.getOnWhen().getExpression();
            camel.resolveLanguage(condition.getLanguage())
                    .createPredicate(condition.getExpression());
        }
    }

    /// What is fetched from elsewhere by the consumer itself is not started: it would ask there.
    private void start(CamelContext camel, Route route) {
        String id = route.getRouteId();
        if (problems.isBroken(id) || route.getEndpoint().isRemote()) return;
        try {
            camel.getRouteController().startRoute(id);
        } catch (Exception failed) {
            problems.ofFeed(id, RouteCode.UNUSABLE, sound, words(failed));
        }
    }

    private static Text words(Exception failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) cause = cause.getCause();
        return LibraryWords.of(cause);
    }

    private static Model model(CamelContext camel) {
        return camel.getCamelContextExtension().getContextPlugin(Model.class);
    }
}
