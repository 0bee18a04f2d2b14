package io.credithub.report.post;

import io.credithub.flow.subscription.Parcel;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;

/// Brings a report somewhere.
interface Courier {
    /// @param file whole, and held against its SHA-256
    /// @return what the other side said, in short; fails with
    ///   [io.credithub.flow.subscription.SendFailure]
    Uni<String> carry(Parcel parcel, Path file);
}
