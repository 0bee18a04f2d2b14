package io.credithub.mapping.policy;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.policy.terms.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says which kinds of training would fill a line.
final class FilledBy {
    private FilledBy() {}

    static Text text(RequirementLine.RequirementKind kind, Text title, Scope scope) {
        return switch (kind) {
            case TOTAL -> new Text("任何可计学分的培训或成果", "any training or result that earns credits");
            case CAP -> new Text("无:这是上限", "nothing: this is a cap");
            case THEME -> new Text("主题为" + title.zh() + "的培训", "training on " + title.en());
            case FLOOR -> text(scope);
        };
    }

    private static Text text(Scope scope) {
        Set<Level> levels = scope.levels().isEmpty() ? Set.of(Level.values()) : scope.levels();
        Set<Form> forms = scope.forms().isEmpty() ? Set.of(Form.values()) : scope.forms();
        String levelsZh = joined(levels, Level::zh, "、");
        String levelsEn = joined(levels, FilledBy::lower, ", ");
        Text themes = themes(scope);
        if (scope.categories().isEmpty()) {
            return new Text(
                    levelsZh + "的" + joined(forms, Form::zh, "、") + "培训" + themes.zh(),
                    joined(forms, FilledBy::lower, ", ")
                            + " training of level "
                            + levelsEn
                            + themes.en());
        }
        List<String> categories = scope.categories().stream().sorted().toList();
        Text results =
                new Text(
                        "自主研修成果(类别 " + String.join("、", categories) + ")",
                        "self-directed results of the category " + String.join(", ", categories));
        Set<Form> others = new HashSet<>(forms);
        others.remove(Form.SELF_DIRECTED);
        if (others.isEmpty()) {
            return new Text(
                    levelsZh + "的" + results.zh() + themes.zh(),
                    results.en() + " of level " + levelsEn + themes.en());
        }
        return new Text(
                levelsZh + "的" + joined(others, Form::zh, "、") + "培训或" + results.zh() + themes.zh(),
                joined(others, FilledBy::lower, ", ")
                        + " training or "
                        + results.en()
                        + " of level "
                        + levelsEn
                        + themes.en());
    }

    private static Text themes(Scope scope) {
        if (scope.themes().isEmpty()) return new Text("", "");
        List<String> themes = scope.themes().stream().sorted().toList();
        return new Text(
                "(主题 " + String.join("、", themes) + ")",
                " with the theme " + String.join(" and ", themes));
    }

    private static <T extends Enum<T>> String joined(
            Set<T> values, Function<T, String> name, String separator) {
        return values.stream().sorted().map(name).collect(Collectors.joining(separator));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
