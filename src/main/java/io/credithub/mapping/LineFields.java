package io.credithub.mapping;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.Line;
import io.credithub.domain.policy.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the requirement lines of a policy file, in the order total, floors, caps, themes.
final class LineFields {
    private static final int CREDITS_MAX = 100_000;
    private static final Map<String, Level> LEVELS = Codes.byName(Level.values());
    private static final Map<String, Form> FORMS = Codes.byName(Form.values());

    private LineFields() {}

    static List<Line> read(Settings cycle) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(Line.Kind.TOTAL, cycle.object("total")));
        cycle.list("floors").forEach(floor -> lines.add(line(Line.Kind.FLOOR, floor)));
        cycle.list("caps").forEach(cap -> lines.add(line(Line.Kind.CAP, cap)));
        cycle.list("themes").forEach(theme -> lines.add(line(Line.Kind.THEME, theme)));
        Set<String> keys = new HashSet<>();
        for (Line line : lines) {
            if (!keys.add(line.key())) {
                cycle.problem(
                        "",
                        new Text(
                                "键“" + line.key() + "”重复。",
                                "The key “" + line.key() + "” occurs twice."),
                        new Text("每行用不同的键", "give each line a key of its own"));
            }
        }
        return lines;
    }

    private static Line line(Line.Kind kind, Settings settings) {
        String key = settings.text("key");
        Text title = settings.bothLanguages("title");
        Scope scope =
                switch (kind) {
                    case TOTAL -> Scope.EVERYTHING;
                    case FLOOR, CAP ->
                            new Scope(
                                    settings.codes("levels", LEVELS),
                                    settings.codes("forms", FORMS),
                                    settings.optionalText("theme"));
                    case THEME -> new Scope(Set.of(), Set.of(), settings.text("theme"));
                };
        return new Line(
                kind,
                key,
                title,
                settings.text("paragraph"),
                new Credits(settings.hundredths("credits", 0, CREDITS_MAX)),
                scope,
                filledBy(kind, title, scope));
    }

    private static Text filledBy(Line.Kind kind, Text title, Scope scope) {
        return switch (kind) {
            case TOTAL -> new Text("任何可计学分的培训或成果", "any training or result that earns credits");
            case CAP -> new Text("无:这是上限", "nothing: this is a cap");
            case THEME -> new Text("主题为" + title.zh() + "的培训", "training on " + title.en());
            case FLOOR -> filledBy(scope);
        };
    }

    private static Text filledBy(Scope scope) {
        Set<Level> levels = scope.levels().isEmpty() ? Set.of(Level.values()) : scope.levels();
        Set<Form> forms = scope.forms().isEmpty() ? Set.of(Form.values()) : scope.forms();
        String levelsZh = joined(levels, Level::zh, "、");
        String formsZh = joined(forms, Form::zh, "、");
        String levelsEn = joined(levels, LineFields::lower, ", ");
        String formsEn = joined(forms, LineFields::lower, ", ");
        String theme = scope.theme();
        return new Text(
                levelsZh + "的" + formsZh + "培训" + (theme == null ? "" : "(主题 " + theme + ")"),
                formsEn
                        + " training of level "
                        + levelsEn
                        + (theme == null ? "" : " with the theme " + theme));
    }

    private static <T extends Enum<T>> String joined(
            Set<T> values, Function<T, String> name, String separator) {
        return values.stream().sorted().map(name).collect(Collectors.joining(separator));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
