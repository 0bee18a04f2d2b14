package io.credithub.flow;

/// Signs for this hub. Implemented by `hub.security`.
public interface Signing {
    /// What its signatures are checked with.
    VerificationKey published();

    /// @return 64 bytes
    byte[] sign(byte[] message);
}
