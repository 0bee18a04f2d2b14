package io.credithub.api;

import io.credithub.domain.bank.Refused;
import io.credithub.domain.completion.Finding;
import org.jspecify.annotations.Nullable;

/// Ends a request with a [Problem]. Cheap: it carries no stack, since it is no bug.
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Coded code;
    private final @Nullable String parameter;
    private final transient @Nullable Refused refused;

    ProblemException(Coded code) {
        this(code, null);
    }

    /// @param parameter its name, never its value
    ProblemException(Coded code, @Nullable String parameter) {
        this(code, parameter, null);
    }

    private ProblemException(Coded code, @Nullable String parameter, @Nullable Refused refused) {
        super(code.code(), null, false, false);
        this.code = code;
        this.parameter = parameter;
        this.refused = refused;
    }

    /// What the bank does not do.
    static ProblemException of(Refused refused) {
        return new ProblemException(BankCode.of(refused.why()), null, refused);
    }

    /// A file of which nothing can be taken in. The place is told, with a masked piece of what is
    /// there.
    static ProblemException of(Finding why) {
        String at = why.value() == null ? why.field() : why.field() + " " + why.value();
        return new ProblemException(new RefusedFile(why.code()), at);
    }

    static ProblemException badParameter(String name) {
        return new ProblemException(ProblemCode.BAD_PARAMETER, name);
    }

    Coded code() {
        return code;
    }

    Problem problem() {
        return Problem.of(code, parameter, refused);
    }
}
