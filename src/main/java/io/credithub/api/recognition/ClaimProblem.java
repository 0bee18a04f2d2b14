package io.credithub.api.recognition;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.credithub.api.problem.Problem;
import io.credithub.api.problem.ProblemCode;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a claim, or a decision on it, was not accepted: a problem with everything that is wrong.
public record ClaimProblem(@JsonUnwrapped Problem problem, List<Wrong> findings) {
    /// One thing that is wrong.
    ///
    /// @param field a JSON pointer into what was sent
    /// @param value masked if personal
    public record Wrong(
            String code, String field, @Nullable String value, Text message, Text remedy) {
        static Wrong of(Finding finding) {
            return new Wrong(
                    finding.code().code(),
                    finding.field(),
                    finding.value(),
                    finding.code().message(),
                    finding.code().remedy());
        }
    }

    static ClaimProblem of(List<Finding> findings) {
        return new ClaimProblem(
                Problem.of(ProblemCode.CLAIM_NOT_ACCEPTED),
                findings.stream().map(Wrong::of).toList());
    }
}
