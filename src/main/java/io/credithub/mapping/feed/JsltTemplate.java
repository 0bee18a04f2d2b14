package io.credithub.mapping.feed;

import io.credithub.mapping.contract.Canonical;
import io.credithub.mapping.contract.TeacherFields;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts the expressions of a mapping, one for each canonical field, together to one JSLT template.
/// The language leaves out whatever is null, so an absent source field is an absent canonical one.
final class JsltTemplate {
    private static final Map<String, Set<String>> OBJECTS =
            Map.of("teacher", TeacherFields.NAMES, "program", Canonical.PROGRAM_NAMES);
    private static final Set<String> FIELDS =
            Canonical.NAMES.stream()
                    .flatMap(JsltTemplate::fields)
                    .collect(Collectors.toUnmodifiableSet());

    private JsltTemplate() {}

    static boolean isCanonical(String field) {
        return FIELDS.contains(field);
    }

    /// An object is mapped member by member; a list is one expression.
    private static Stream<String> fields(String name) {
        Set<String> members = OBJECTS.get(name);
        return members == null ? Stream.of(name) : members.stream().map(m -> name + "." + m);
    }

    /// @param fields an expression for each canonical field, nested ones with a point
    static String of(Map<String, String> fields) {
        Map<String, StringBuilder> objects = new TreeMap<>();
        StringBuilder template = new StringBuilder("{\n");
        fields.forEach((field, expression) -> {
            int point = field.indexOf('.');
            if (point < 0) {
                member(template, field, expression);
            } else {
                member(
                        objects.computeIfAbsent(
                                field.substring(0, point), _ -> new StringBuilder()),
                        field.substring(point + 1),
                        expression);
            }
        });
        objects.forEach((name, members) -> member(template, name, "{\n" + members + "}"));
        return template.append("}\n").toString();
    }

    private static void member(StringBuilder template, String name, String expression) {
        template.append("  \"").append(name).append("\" : ").append(expression).append(",\n");
    }
}
