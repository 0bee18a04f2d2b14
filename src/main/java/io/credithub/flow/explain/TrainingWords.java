package io.credithub.flow.explain;

import io.credithub.domain.Hundredths;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.Blended;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.RequirementLine;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words for what a record says of a training, and for its codes.
final class TrainingWords {
    private final Policy policy;

    /// @param policy whose lines have the titles of themes
    TrainingWords(Policy policy) {
        this.policy = policy;
    }

    Text record(String programme, Facts facts) {
        Text what =
                switch (facts.training()) {
                    case Course course ->
                            joined(
                                    level(facts.level()),
                                    form(course.form()),
                                    hours(course.hourHundredths()),
                                    graded(course.grade(), course.attendance()));
                    case Blended blended ->
                            joined(
                                    level(facts.level()),
                                    blended(blended),
                                    hours(blended.hourHundredths()),
                                    graded(blended.grade(), blended.attendance()));
                    case SelfDirected _ -> new Text("自主研修成果", "a result of own work");
                };
        Text themes = themes(facts);
        return new Text(
                "记录写明:“"
                        + (AwardExplanation.shown(programme) + "”," + what.zh() + themes.zh())
                        + ("," + facts.completedOn() + " 结业。"),
                "The record says: “"
                        + (AwardExplanation.shown(programme) + "”, " + what.en() + themes.en())
                        + (", completed on " + facts.completedOn() + "."));
    }

    private static Text joined(Text... parts) {
        return new Text(
                Arrays.stream(parts).map(Text::zh).collect(Collectors.joining(",")),
                Arrays.stream(parts).map(Text::en).collect(Collectors.joining(", ")));
    }

    private static Text hours(int hundredths) {
        String hours = plain(hundredths);
        return new Text(hours + " 学时", hours + " h");
    }

    private static Text blended(Blended blended) {
        if (blended.parts().isEmpty()) return form(Form.BLENDED);
        String zh =
                blended.parts().stream()
                        .map(part -> part.form().zh() + " " + plain(part.hourHundredths()) + " 学时")
                        .collect(Collectors.joining("、"));
        String en =
                blended.parts().stream()
                        .map(part -> plain(part.hourHundredths()) + " h " + form(part.form()).en())
                        .collect(Collectors.joining(" and "));
        return new Text("混合(" + zh + ")", "blended (" + en + ")");
    }

    private static Text graded(Grade grade, @Nullable BigDecimal attendance) {
        Text graded = new Text("评定为“" + grade.zh() + "”", "graded " + lower(grade));
        if (attendance == null) return graded;
        String percent = attendance.movePointRight(2).stripTrailingZeros().toPlainString();
        return new Text(
                graded.zh() + ",出勤率 " + percent + "%",
                graded.en() + ", " + percent + " % attended");
    }

    private Text themes(Facts facts) {
        if (facts.themes().isEmpty()) return new Text("", "");
        return new Text(
                ",主题为"
                        + facts.themes().stream()
                                .map(theme -> "“" + theme(theme).zh() + "”")
                                .collect(Collectors.joining("、")),
                ", on "
                        + facts.themes().stream()
                                .map(theme -> theme(theme).en())
                                .collect(Collectors.joining(" and ")));
    }

    /// What a code is about.
    ///
    /// @param pointer to a canonical field that a table is there for
    static Text field(String pointer) {
        return switch (pointer) {
            case "/level" -> new Text("培训层次", "level");
            case "/form" -> new Text("培训形式", "form");
            case "/grade" -> new Text("考核等级", "grade");
            default -> new Text("主题", "themes");
        };
    }

    /// A canonical code in words; itself where there are none, as half-way through two tables.
    ///
    /// @param pointer to the canonical field that it is for
    Text code(String pointer, String canonical) {
        return switch (pointer) {
            case "/level" -> named(Level.values(), canonical, TrainingWords::level);
            case "/form" -> named(Form.values(), canonical, TrainingWords::form);
            case "/grade" -> named(Grade.values(), canonical, TrainingWords::grade);
            default -> theme(canonical);
        };
    }

    private static <E extends Enum<E>> Text named(
            E[] values, String canonical, Function<E, Text> words) {
        for (E value : values) if (value.name().equals(canonical)) return words.apply(value);
        return new Text(canonical, canonical);
    }

    private static Text level(Level level) {
        return new Text(level.zh(), lower(level) + " level");
    }

    private static Text form(Form form) {
        return new Text(form.zh(), lower(form));
    }

    private static Text grade(Grade grade) {
        return new Text(grade.zh(), lower(grade));
    }

    private Text theme(String theme) {
        for (RequirementLine line : policy.lines()) {
            boolean isOfTheme = line.kind() == RequirementLine.RequirementKind.THEME;
            if (isOfTheme && line.scope().themes().equals(Set.of(theme))) return line.title();
        }
        return switch (theme) {
            case "ETHICS" -> new Text("师德", "ethics");
            case "ICT" -> new Text("信息技术应用能力", "information technology");
            default -> new Text(theme, theme);
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// `4000` as `40`, `250` as `2.5`.
    private static String plain(int hundredths) {
        return new BigDecimal(Hundredths.text(hundredths)).stripTrailingZeros().toPlainString();
    }
}
