package io.credithub.flow.subscription;

import io.credithub.flow.subscription.ReportDispatch.SendReceipt;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Somewhere that reports are sent to. Implemented by `hub.report`.
public interface DispatchTarget {
    String name();

    TargetTerms terms();

    /// Sends a report, whole or not at all. Sent again, it is the same there once.
    ///
    /// @param pieces by number, from 0 on; empty behind the last one
    /// @return fails with [SendFailure]
    Uni<SendReceipt> send(Parcel parcel, IntFunction<Uni<Optional<byte[]>>> pieces);

    enum TargetKind {
        FOLDER,
        SFTP,
        MAIL,
        WEBHOOK
    }

    /// All that an operator has configured.
    interface DispatchTargets {
        Optional<DispatchTarget> find(String name);

        /// By name.
        List<DispatchTarget> all();
    }
}
