package io.credithub.api;

import org.jspecify.annotations.Nullable;

/// Ends a request with a [Problem]. Cheap: it carries no stack, since it is no bug.
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemCode code;
    private final @Nullable String parameter;

    ProblemException(ProblemCode code) {
        this(code, null);
    }

    /// @param parameter its name, never its value
    ProblemException(ProblemCode code, @Nullable String parameter) {
        super(code.code(), null, false, false);
        this.code = code;
        this.parameter = parameter;
    }

    static ProblemException badParameter(String name) {
        return new ProblemException(ProblemCode.BAD_PARAMETER, name);
    }

    ProblemCode code() {
        return code;
    }

    Problem problem() {
        return Problem.of(code, parameter);
    }
}
