package io.credithub.domain.ledger;

import io.credithub.domain.completion.Level;
import java.time.LocalDate;

/// One training of one teacher, however many systems report it: the same teacher, programme, level
/// and day of completion.
public record TrainingKey(int teacher, int programme, Level level, LocalDate completedOn) {}
