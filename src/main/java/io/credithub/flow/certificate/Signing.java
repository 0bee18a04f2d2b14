package io.credithub.flow.certificate;

/// Signs for this hub. Implemented by `hub.security`.
public interface Signing {
    /// What its signatures are checked with.
    VerificationKey published();

    /// The same key for a whole signature, whatever becomes of the hub's meanwhile.
    default Signing now() {
        return this;
    }

    /// @return 64 bytes
    byte[] sign(byte[] message);
}
