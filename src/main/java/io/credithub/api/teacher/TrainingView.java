package io.credithub.api.teacher;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.Training.Blended;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.flow.delivery.Hours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The training behind an entry, as its record states it.
///
/// @param parts the split of a blended training, where the source gives one
/// @param activity of a self-directed result
public record TrainingView(
        String programme,
        Level level,
        Form form,
        Hours hours,
        @Nullable Grade grade,
        @Nullable BigDecimal attendance,
        List<TrainingPart> parts,
        @Nullable SelfDirected activity,
        List<String> themes,
        LocalDate completedOn) {

    /// A part of a blended training.
    public record TrainingPart(Form form, Hours hours) {}

    public static TrainingView of(String programme, Facts facts) {
        Training training = facts.training();
        return new TrainingView(
                programme,
                facts.level(),
                training.form(),
                new Hours(training.hourHundredths()),
                grade(training),
                attendance(training),
                parts(training),
                training instanceof SelfDirected activity ? activity : null,
                facts.themes(),
                facts.completedOn());
    }

    private static @Nullable Grade grade(Training training) {
        return switch (training) {
            case Course course -> course.grade();
            case Blended blended -> blended.grade();
            case SelfDirected _ -> null;
        };
    }

    private static @Nullable BigDecimal attendance(Training training) {
        return switch (training) {
            case Course course -> course.attendance();
            case Blended blended -> blended.attendance();
            case SelfDirected _ -> null;
        };
    }

    private static List<TrainingPart> parts(Training training) {
        if (!(training instanceof Blended blended)) return List.of();
        return blended.parts().stream()
                .map(part -> new TrainingPart(part.form(), new Hours(part.hourHundredths())))
                .toList();
    }
}
