package io.credithub.flow.subscription;

/// A report did not reach its target. Its words are shown and kept: they name no secret, no address
/// and no person.
public final class SendFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isPassing;

    private SendFailure(String told, boolean isPassing, Throwable cause) {
        super(told, cause);
        this.isPassing = isPassing;
    }

    private SendFailure(String told, boolean isPassing) {
        super(told, null, false, false);
        this.isPassing = isPassing;
    }

    /// Time's move: the same again, later.
    public static SendFailure passing(String told) {
        return new SendFailure(told, true);
    }

    /// @param cause is not shown
    public static SendFailure passing(String told, Throwable cause) {
        return new SendFailure(told, true, cause);
    }

    /// Somebody's move: trying again does not mend it.
    public static SendFailure lasting(String told) {
        return new SendFailure(told, false);
    }

    public boolean isPassing() {
        return isPassing;
    }

    public String told() {
        return String.valueOf(getMessage());
    }
}
