package io.credithub.flow.breaks;

/// Does runs after the answer was given. Implemented on the roof.
public interface BreakWork {
    /// Somebody wants a run.
    void begin();
}
