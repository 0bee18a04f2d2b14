package io.credithub.api.problem;

import io.credithub.domain.Text;
import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.completion.Finding;
import org.jspecify.annotations.Nullable;

/// Ends a request with a [Problem]. Cheap: it carries no stack, since it is no bug.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Coded code;
    private final transient Particulars wrong;
    private final transient @Nullable BankRefusal refused;

    public ProblemException(Coded code) {
        this(code, Particulars.NONE);
    }

    public ProblemException(Coded code, Particulars wrong) {
        this(code, wrong, null);
    }

    private ProblemException(Coded code, Particulars wrong, @Nullable BankRefusal refused) {
        super(code.code(), null, false, false);
        this.code = code;
        this.wrong = wrong;
        this.refused = refused;
    }

    /// What the bank does not do.
    public static ProblemException of(BankRefusal refused) {
        return new ProblemException(BankCode.of(refused.why()), Particulars.NONE, refused);
    }

    /// A file of which nothing can be taken in. The place is told, with a masked piece of what is
    /// there.
    public static ProblemException of(Finding why) {
        Particulars where = new Particulars(null, why.field(), why.value(), null);
        return new ProblemException(new RefusedFile(why.code()), where);
    }

    public static ProblemException badParameter(String name) {
        return badParameter(name, null, null);
    }

    /// @param remedy what would be right
    public static ProblemException badParameter(String name, Text remedy) {
        return badParameter(name, null, remedy);
    }

    /// @param given is told again, short and masked
    public static ProblemException badParameter(
            String name, @Nullable Object given, @Nullable Text remedy) {
        return new ProblemException(ProblemCode.BAD_PARAMETER, Particulars.of(name, given, remedy));
    }

    public Coded code() {
        return code;
    }

    Problem problem() {
        return Problem.of(code, wrong, refused);
    }
}
