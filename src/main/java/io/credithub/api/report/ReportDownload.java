package io.credithub.api.report;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.IntFunction;

/// A file on its way out: no more of it is in memory than a piece.
///
/// @param pieces by number, from 0 on; empty behind the last one
record ReportDownload(long bytes, IntFunction<Uni<Optional<byte[]>>> pieces) {}
