package io.credithub.flow.teacher;

import java.util.UUID;

/// Keeps what holds personal data out of sight: encrypted and authenticated before it is written
/// anywhere. Implemented by `hub.security`; safe for several threads.
public interface Sealing {
    /// @param place where it will lie, as `table.column/key`: moved elsewhere, it does not open
    /// @return another result each time
    byte[] seal(String place, byte[] clear);

    /// @param place the one it was sealed for
    /// @throws IllegalStateException if it was sealed with another key or for another place, or was
    ///   changed
    byte[] open(String place, byte[] sealed);

    /// What tells contents apart that hold personal data, and says nothing to whoever lacks the
    /// key, not even whether a guess is right. Stays the same when the key that seals is another
    /// one.
    ///
    /// @param digest SHA-256 of the content
    /// @return 32 bytes
    byte[] keyed(byte[] digest);

    /// The number of the key that seals now, 0 to 255; not secret.
    int key();

    /// The key that seals now, as the registry may know it.
    SealingKey own();

    /// Goes on hashing as the registry was begun, whichever key seals by now.
    ///
    /// @param known a key that the registry was sealed with
    /// @return false if it is none of the hub's
    boolean adopt(SealingKey known);

    /// A key without its secret.
    ///
    /// @param fingerprint tells whether two keys are the same and nothing else about them
    /// @param hashing the keys of the keyed hashes, sealed by this one
    record SealingKey(int id, UUID fingerprint, byte[] hashing) {}

    /// For what need not outlive this process: its key is drawn at the start and kept nowhere.
    Sealing ofThisProcess();
}
