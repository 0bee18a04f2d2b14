package io.credithub.app.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.credithub.domain.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of `routes/` as text: what can be told of it before, and even if, Camel cannot read it.
///
/// @param lines of the file, without remarks
/// @param feeds the ids of its routes; for a file that tells none, its name
record RouteFile(Path path, List<String> lines, Set<String> feeds) {
    private static final YAMLMapper YAML = new YAMLMapper();

    static final String SUFFIX = ".camel.yaml";

    private static final String NAME = "[\"']?([A-Za-z0-9._,-]+)[\"']?\\s*";
    private static final Pattern ITEM =
            Pattern.compile("^\\s*-\\s+(route|templatedRoute|routeTemplate|routeConfiguration):.*");
    private static final Pattern ID = Pattern.compile("^\\s+(?:id|routeId):\\s*" + NAME);
    private static final Pattern WANTED = Pattern.compile("^\\s+routeConfigurationId:\\s*" + NAME);
    private static final Pattern FEED_KEY =
            Pattern.compile("\\{\\{\\??hub\\.source\\.([a-z0-9-]+)\\.");
    private static final Pattern BEAN =
            Pattern.compile("\\bbean:([A-Za-z0-9_-]+)(?:\\?method=([A-Za-z0-9_]+))?");

    private static final Pattern CLASS =
            Pattern.compile("^\\s*-\\s+((?:[a-z][A-Za-z0-9_]*\\.)+[A-Z][A-Za-z0-9_$]*)\\s*$");

    /// What is wrong, and in which line.
    record RouteFault(String path, Text what) {}

    static boolean isRoute(Path path) {
        return path.toString().endsWith(SUFFIX);
    }

    /// One of which only the name is known.
    static RouteFile unread(Path path) {
        return new RouteFile(path, List.of(), Set.of(stem(path)));
    }

    static RouteFile read(Path path) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(path)) lines.add(line.replaceFirst("(^|\\s)#.*", ""));
        Set<String> ids = routes(lines);
        return new RouteFile(path, List.copyOf(lines), ids.isEmpty() ? Set.of(stem(path)) : ids);
    }

    private static Set<String> routes(List<String> lines) {
        Set<String> ids = ids(lines, "route");
        ids.addAll(ids(lines, "templatedRoute"));
        return ids;
    }

    /// The ids of its routes; none for what routes have in common.
    Set<String> routes() {
        return routes(lines);
    }

    /// A route that is made by a template.
    ///
    /// @param parameters those that are given, by name
    record TemplateUse(String template, Set<String> parameters) {}

    /// Empty if it is no YAML: then Camel tells where.
    List<TemplateUse> uses() {
        List<TemplateUse> uses = new ArrayList<>();
        try {
            for (JsonNode item : YAML.readTree(String.join("\n", lines))) {
                JsonNode use = item.path("templatedRoute");
                if (use.isMissingNode()) continue;
                Set<String> names = new TreeSet<>();
                for (JsonNode one : use.path("parameters")) names.add(one.path("name").asText());
                uses.add(new TemplateUse(use.path("routeTemplateRef").asText(), names));
            }
        } catch (JsonProcessingException noYaml) {
            return List.of();
        }
        return uses;
    }

    private static String stem(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /// The first id below each item of a kind.
    private static Set<String> ids(List<String> lines, String kind) {
        Set<String> ids = new TreeSet<>();
        boolean isWanted = false;
        for (String line : lines) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                isWanted = item.group(1).equals(kind);
                continue;
            }
            Matcher id = ID.matcher(line);
            if (isWanted && id.matches()) {
                ids.add(id.group(1));
                isWanted = false;
            }
        }
        return ids;
    }

    /// Its place among the others: configurations, templates, routes.
    int rank() {
        if (!configurations().isEmpty()) return 0;
        return ids(lines, "routeTemplate").isEmpty() ? 2 : 1;
    }

    /// What its routes have in common with those of other files.
    Set<String> configurations() {
        return ids(lines, "routeConfiguration");
    }

    Set<String> wantedConfigurations() {
        Set<String> wanted = new TreeSet<>();
        for (String line : lines) {
            Matcher found = WANTED.matcher(line);
            if (found.matches()) wanted.addAll(Set.of(found.group(1).split(",")));
        }
        return wanted;
    }

    /// Beans that no route may call, keys that belong to another feed, types that do not exist.
    ///
    /// @param exists tells of the name of a type
    List<RouteFault> faults(Predicate<String> exists) {
        List<RouteFault> faults = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            String path = "line " + number;
            for (Matcher call = BEAN.matcher(line); call.find(); ) {
                RouteBeans.fault(call.group(1), call.group(2))
                        .ifPresent(what -> faults.add(new RouteFault(path, what)));
            }
            Matcher type = CLASS.matcher(line);
            if (type.matches() && !exists.test(type.group(1))) {
                String name = type.group(1);
                faults.add(new RouteFault(path, new Text("没有类 " + name, "no class " + name)));
            }
            for (Matcher key = FEED_KEY.matcher(line); key.find(); ) {
                if (feeds.contains(key.group(1))) continue;
                String name = "hub.source." + key.group(1);
                Text what =
                        new Text(
                                "用了别的来源的键 " + name + ":改成自己的编号",
                                "it uses a key of another feed, " + name + ": write its own id");
                faults.add(new RouteFault(path, what));
            }
        }
        return faults;
    }
}
