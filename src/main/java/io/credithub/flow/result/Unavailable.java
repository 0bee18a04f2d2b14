package io.credithub.flow.result;

/// Something that the hub needs does not answer just now. Time's move: the same again, later, is
/// harmless. Never carries a personal value.
public class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param what does not answer, as `database`
    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }

    public Unavailable(String what) {
        super(what);
    }
}
