package io.credithub.flow.processing;

import io.credithub.domain.completion.Completion;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.teacher.TeacherKeys;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that was understood.
///
/// @param title of the programme; absent for a withdrawal
/// @param teacher absent for a withdrawal
public record InterpretedRecord(
        long position,
        UUID key,
        UUID content,
        VersionOrder order,
        Completion completion,
        @Nullable ProgrammeTitle title,
        @Nullable TeacherKeys teacher) {}
