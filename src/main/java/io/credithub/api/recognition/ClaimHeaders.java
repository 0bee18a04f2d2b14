package io.credithub.api.recognition;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import jakarta.ws.rs.HeaderParam;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What a school may say beside the body. Filled in by the framework.
public final class ClaimHeaders {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

    @HeaderParam("Idempotency-Key")
    @Parameter(
            description =
                    "同键同内容得同一申报,同键不同内容得 409 · Same key and body: same claim; another body: 409")
    @Nullable String idempotencyKey;

    /// @return null if there is none
    @Nullable String key() {
        if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
            throw ProblemException.badParameter("Idempotency-Key", ExpectedValue.KEY);
        }
        return idempotencyKey;
    }
}
