package io.credithub.domain.completion;

import java.time.LocalDate;
import java.util.List;

/// As much of a completion as its award depends on: a policy sees nothing else. What the store
/// keeps of a record gives these back, so an award can be computed again at any time.
///
/// @param role in what capacity the teacher took part
/// @param themes sorted, without repetition
public record Facts(
        Level level,
        Training training,
        TrainingRole role,
        List<String> themes,
        LocalDate completedOn) {
    /// Of who took part as nearly everybody does.
    public Facts(Level level, Training training, List<String> themes, LocalDate completedOn) {
        this(level, training, TrainingRole.PARTICIPANT, themes, completedOn);
    }
}
