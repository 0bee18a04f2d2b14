package io.credithub.flow.explain;

import io.credithub.domain.Hundredths;
import io.credithub.domain.MessageBundle;
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
import org.jspecify.annotations.Nullable;

/// The words for what a record says of a training, and for its codes.
final class TrainingWords {
    private static final MessageBundle MESSAGES = MessageBundle.of(TrainingWords.class);

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
                    case SelfDirected _ -> MESSAGES.text("training.self-directed");
                };
        return MESSAGES.text(
                "training.record",
                AwardExplanation.shown(programme),
                what,
                themes(facts),
                facts.completedOn());
    }

    private static Text joined(Text... parts) {
        return Arrays.stream(parts)
                .reduce((one, more) -> MESSAGES.text("list.comma", one, more))
                .orElse(Text.EMPTY);
    }

    private static Text hours(int hundredths) {
        return MESSAGES.text("training.hours", plain(hundredths));
    }

    private static Text blended(Blended blended) {
        return blended.parts().stream()
                .map(part ->
                        MESSAGES.text(
                                "training.blended.part",
                                form(part.form()),
                                plain(part.hourHundredths())))
                .reduce((one, more) -> MESSAGES.text("list.and", one, more))
                .map(parts -> MESSAGES.text("training.blended", parts))
                .orElseGet(() -> form(Form.BLENDED));
    }

    private static Text graded(Grade grade, @Nullable BigDecimal attendance) {
        if (attendance == null) return MESSAGES.text("training.graded", grade(grade));
        String percent = attendance.movePointRight(2).stripTrailingZeros().toPlainString();
        return MESSAGES.text("training.graded.attended", grade(grade), percent);
    }

    private Text themes(Facts facts) {
        return facts.themes().stream()
                .map(theme -> MESSAGES.text("training.theme", theme(theme)))
                .reduce((one, more) -> MESSAGES.text("list.and", one, more))
                .map(themes -> MESSAGES.text("training.themes", themes))
                .orElse(Text.EMPTY);
    }

    /// What a code is about.
    ///
    /// @param pointer to a canonical field that a table is there for
    static Text field(String pointer) {
        return switch (pointer) {
            case "/level" -> MESSAGES.text("training.field.level");
            case "/form" -> MESSAGES.text("training.field.form");
            case "/grade" -> MESSAGES.text("training.field.grade");
            default -> MESSAGES.text("training.field.themes");
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
        return MESSAGES.text("training.level", new Text(level.zh(), lower(level)));
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
            case "ETHICS" -> MESSAGES.text("training.ethics");
            case "ICT" -> MESSAGES.text("training.ict");
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
