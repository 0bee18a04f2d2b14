package io.credithub.flow.teacher;

import io.credithub.domain.completion.IdDocument;
import java.util.UUID;

/// Keeps the numbers of identity documents out of sight: a keyed hash to find a person by, and a
/// sealed copy for whoever may open it. Implemented by `hub.security`; safe for several threads.
///
/// Without the key, neither can be computed or tried out.
public interface IdProtection {
    /// The same document has the same look-up value for as long as the key is the same.
    UUID lookup(IdDocument document);

    /// Never equal to the look-up value of a document with the same characters.
    UUID lookup(String teacherNo);

    /// The digest of a record's content, so that nobody without the key can try out whom it is
    /// about.
    UUID keyed(UUID digest);

    /// Tells whether two keys are the same and nothing else about them; never equal to a look-up
    /// value.
    UUID fingerprint();

    /// Encrypted and authenticated, another result each time.
    byte[] seal(IdDocument document);

    /// @param type the one it was sealed with
    /// @throws IllegalStateException if it was sealed with another key or type, or was changed
    IdDocument open(IdDocument.Type type, byte[] sealed);
}
