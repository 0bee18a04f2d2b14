package io.credithub.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What is counted about a source file, and the words that must not be in any file.
final class Tidiness {
    static final int COLUMNS_MAX = 100;
    static final int FILE_LINES_MAX = 350;
    static final int METHOD_LINES_MAX = 40;
    static final int PARAMETERS_MAX = 6;
    static final int INJECTED_MAX = 8;

    private static final Set<String> BANNED =
            Set.of(
                    "Manager",
                    "Helper",
                    "Util",
                    "Utils",
                    "Impl",
                    "Data",
                    "Info",
                    "Base",
                    "Abstract");
    private static final Set<String> INJECTING =
            Set.of("ApplicationScoped", "Singleton", "RequestScoped", "Dependent", "Path");
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TO[D]O|FIX[M]E|HA[C]K)\\b");

    /// Somebody's folder on somebody's machine.
    private static final Pattern PLACE =
            Pattern.compile("(?<![\\w$}.])/(?:home|root|Users|work|workspace)/\\w");

    private Tidiness() {}

    /// Every complaint about a Java file, each with the place; empty if there is none.
    static List<String> complaints(SourceFile file) {
        List<String> found = new ArrayList<>(words(file.name(), file.lines()));
        if (file.lines().size() > FILE_LINES_MAX) {
            found.add(file.name() + ": has " + file.lines().size() + " lines");
        }
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i);
            int columns = line.codePointCount(0, line.length());
            boolean isWhole = line.startsWith("import ") || file.wholeTexts().contains(i + 1L);
            if (columns > COLUMNS_MAX && !isWhole) {
                found.add(file.name() + ":" + (i + 1) + ": has " + columns + " columns");
            }
        }
        file.types().forEach(type -> found.addAll(name(file, type)));
        file.methods().forEach(method -> found.addAll(sizes(file, method)));
        if (file.name().endsWith("package-info.java")) found.addAll(frontDoor(file));
        return found;
    }

    /// Words that no text file of the project may hold.
    static List<String> words(String name, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String place = name + ":" + (i + 1) + ": ";
            if (UNFINISHED.matcher(lines.get(i)).find()) found.add(place + "is unfinished");
            if (PLACE.matcher(lines.get(i)).find()) found.add(place + "names a place on a machine");
        }
        return found;
    }

    private static List<String> name(SourceFile file, SourceFile.Type type) {
        String place = file.name() + ":" + type.line() + ": the name " + type.name();
        List<String> found = new ArrayList<>();
        for (String word : WORDS.split(type.name())) {
            if (BANNED.contains(word)) found.add(place + " says " + word);
        }
        if (type.name().matches("I[A-Z][a-z].*")) found.add(place + " starts with I");
        if (isOfJavaLang(type.name())) found.add(place + " is one of java.lang");
        return found;
    }

    private static boolean isOfJavaLang(String name) {
        if (name.isEmpty()) return false;
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException free) {
            return false;
        }
    }

    private static List<String> sizes(SourceFile file, SourceFile.Method method) {
        String place = file.name() + ":" + method.line() + ": " + method.name() + " has ";
        List<String> found = new ArrayList<>();
        if (method.bodyLines() > METHOD_LINES_MAX) {
            found.add(place + method.bodyLines() + " lines");
        }
        if (method.parameters() > parametersMax(file, method)) {
            found.add(place + method.parameters() + " parameters");
        }
        return found;
    }

    private static int parametersMax(SourceFile file, SourceFile.Method method) {
        if (method.isRecordConstructor()) return Integer.MAX_VALUE;
        boolean isTable =
                method.isEnumConstructor() || method.marks().contains("ParameterizedTest");
        boolean isPrescribed = method.marks().contains("Override"); // counted where it is declared
        return isTable || isPrescribed || isWired(file, method) ? INJECTED_MAX : PARAMETERS_MAX;
    }

    /// Its arguments come from the container, or, for a use case, from the roof.
    private static boolean isWired(SourceFile file, SourceFile.Method method) {
        if (!method.name().equals("<init>")) return method.marks().contains("Produces");
        return file.name().contains("/flow/")
                || method.marks().contains("Inject")
                || method.ownerMarks().stream().anyMatch(INJECTING::contains);
    }

    private static List<String> frontDoor(SourceFile file) {
        List<String> found = new ArrayList<>();
        if (!file.lines().getFirst().startsWith("///")) {
            found.add(file.name() + ": does not say what is inside");
        }
        if (file.lines().stream().noneMatch(line -> line.equals("@NullMarked"))) {
            found.add(file.name() + ": is not @NullMarked");
        }
        return found;
    }
}
