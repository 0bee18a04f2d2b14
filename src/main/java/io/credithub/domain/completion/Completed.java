package io.credithub.domain.completion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A teacher completed a training, as one source records it.
///
/// @param role in what capacity; what another than the participant's earns is the policy's to say
/// @param themes codes as `ETHICS` (师德), `ICT` (信息技术应用能力); without repetition, sorted
/// @param sourceCredits the source's own figure: for reconciliation, never for the award
/// @param evidence what the school or body can show for it
public record Completed(
        String recordId,
        SourceVersion version,
        TeacherRef teacher,
        Program program,
        Level level,
        Training training,
        TrainingRole role,
        List<String> themes,
        @Nullable LocalDate startedOn,
        LocalDate completedOn,
        @Nullable BigDecimal sourceCredits,
        List<Evidence> evidence)
        implements Completion {

    /// What the award depends on.
    public Facts facts() {
        return new Facts(level, training, role, themes, completedOn);
    }

    /// A training programme, as the source writes it.
    ///
    /// @param code the project's number, where the source has one
    /// @param organiser the body that ran it, where the source says
    /// @param session 期次, where the source keeps it apart from the name
    public record Program(
            String name,
            @Nullable String code,
            @Nullable String organiser,
            @Nullable String session) {
        /// A programme of which the source states nothing but the name.
        public static Program named(String name) {
            return new Program(name, null, null, null);
        }
    }

    /// A paper or file that shows a completion: 培训通知, 花名表, 培训档案, 结业证书, or a decision.
    public record Evidence(Kind kind, String reference) {
        public enum Kind {
            NOTICE,
            ROSTER,
            FILE,
            CERTIFICATE,
            DECISION
        }
    }
}
