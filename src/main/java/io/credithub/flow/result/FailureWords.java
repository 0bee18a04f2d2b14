package io.credithub.flow.result;

/// What failed, in words that may be kept and shown: the kinds of the exceptions and where in our
/// code, never their messages, which may quote a person's values.
public final class FailureWords {
    private static final String OURS = "io.credithub.";
    private static final int CAUSES_MAX = 32;

    private FailureWords() {}

    /// @return a line, as `SQLSTATE 23514 (completion)` or `NullPointerException at
    ///   TeacherTransactions.open:85`
    public static String of(Throwable failure) {
        Throwable root = root(failure);
        if (root instanceof StoreFailure refused) return String.valueOf(refused.getMessage());
        if (root instanceof OverTime late) return late.getMessage() + place(root);
        return root.getClass().getSimpleName() + place(root);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; depth < CAUSES_MAX; depth++) {
            if (root instanceof StoreFailure || root.getCause() == null) return root;
            root = root.getCause();
        }
        return root;
    }

    private static String place(Throwable root) {
        for (StackTraceElement frame : root.getStackTrace()) {
            if (!frame.getClassName().startsWith(OURS)) continue;
            String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
            return " at %s.%s:%d".formatted(type, frame.getMethodName(), frame.getLineNumber());
        }
        return "";
    }
}
