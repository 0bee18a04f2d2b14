package io.credithub.app.start;

import io.credithub.domain.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of `routes/` as text: what can be told of it before, and even if, Camel cannot read it.
///
/// @param lines of the file, without remarks
/// @param feeds the ids of its routes; for a file that tells none, its name
record RouteFile(Path path, List<String> lines, Set<String> feeds) {
    static final String SUFFIX = ".camel.yaml";

    private static final String NAME = "[\"']?([A-Za-z0-9._,-]+)[\"']?\\s*";
    private static final Pattern ITEM = Pattern.compile("^\\s*-\\s+(route|routeConfiguration):.*");
    private static final Pattern ID = Pattern.compile("^\\s+id:\\s*" + NAME);
    private static final Pattern WANTED = Pattern.compile("^\\s+routeConfigurationId:\\s*" + NAME);
    private static final Pattern FEED_KEY =
            Pattern.compile("\\{\\{\\??hub\\.source\\.([a-z0-9-]+)\\.");
    private static final Pattern BEAN =
            Pattern.compile("\\bbean:([A-Za-z0-9_-]+)(?:\\?method=([A-Za-z0-9_]+))?");

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
        Set<String> ids = ids(lines, "route");
        boolean isNameless = ids.isEmpty() && ids(lines, "routeConfiguration").isEmpty();
        if (ids.isEmpty() || isNameless) ids = Set.of(stem(path));
        return new RouteFile(path, List.copyOf(lines), ids);
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

    boolean isCommon() {
        return !configurations().isEmpty();
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

    /// Beans that no route may call, and keys that belong to another feed.
    List<RouteFault> faults() {
        List<RouteFault> faults = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            String path = "line " + number;
            for (Matcher call = BEAN.matcher(line); call.find(); ) bean(call, path, faults);
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

    private static void bean(Matcher call, String path, List<RouteFault> faults) {
        String bean = call.group(1);
        String method = call.group(2);
        Set<String> methods = RouteBeans.METHODS.get(bean);
        if (methods == null) {
            Set<String> known = new TreeSet<>(RouteBeans.METHODS.keySet());
            Text noBean =
                    new Text(
                            "没有 bean %s,可用:%s".formatted(bean, known),
                            "no bean %s, but %s".formatted(bean, known));
            faults.add(new RouteFault(path, noBean));
        } else if (method != null && !methods.contains(method)) {
            Set<String> known = new TreeSet<>(methods);
            Text noMethod =
                    new Text(
                            "%s 没有方法 %s,可用:%s".formatted(bean, method, known),
                            "%s has no method %s, but %s".formatted(bean, method, known));
            faults.add(new RouteFault(path, noMethod));
        }
    }
}
