package io.credithub.report.post;

import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.subscription.DispatchTarget;
import io.credithub.flow.subscription.Parcel;
import io.credithub.flow.subscription.ReportDispatch.SendReceipt;
import io.credithub.flow.subscription.SendFailure;
import io.credithub.flow.subscription.TargetTerms;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// A target whose report lies whole on this machine before anything of it leaves: a file that is
/// not what its SHA-256 says is sent to nobody.
final class SpooledTarget implements DispatchTarget {
    private static final String TOO_LONG = "对方未在时限内收完 · it took too long";
    private static final String NOT_SPOOLED =
            "报表文件无法在本机暂存 · the file cannot be laid down on this machine";

    private final String name;
    private final TargetTerms terms;
    private final Courier courier;
    private final SpoolParts parts;

    /// @param workers on which files are written
    /// @param most that it may take from the first piece on: somebody else may take it afterwards
    record SpoolParts(Executor workers, Duration most, InstantSource clock) {}

    SpooledTarget(String name, TargetTerms terms, Courier courier, SpoolParts parts) {
        this.name = name;
        this.terms = terms;
        this.courier = courier;
        this.parts = parts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TargetTerms terms() {
        return terms;
    }

    @Override
    public Uni<SendReceipt> send(Parcel parcel, IntFunction<Uni<Optional<byte[]>>> pieces) {
        return onWorkers(ParcelSpool::begin)
                .chain(spool ->
                        spooled(spool, pieces)
                                .chain(() -> onWorkers(() -> spool.end(parcel.mark())))
                                .chain(file -> courier.carry(parcel, file))
                                .ifNoItem()
                                .after(parts.most())
                                .failWith(() -> SendFailure.passing(TOO_LONG))
                                .map(answer -> receipt(parcel.mark(), answer))
                                .onTermination()
                                .call(() -> onWorkers(spool::remove)));
    }

    private SendReceipt receipt(ReportMark mark, String answer) {
        String where = terms.kind().name().toLowerCase(Locale.ROOT) + " " + name;
        return new SendReceipt(where, parts.clock().instant(), mark.bytes(), mark.sha256(), answer);
    }

    private Uni<Void> spooled(ParcelSpool spool, IntFunction<Uni<Optional<byte[]>>> pieces) {
        AtomicInteger next = new AtomicInteger();
        return Multi.createBy()
                .repeating()
                .uni(() ->
                        pieces.apply(next.getAndIncrement())
                                .call(piece ->
                                        piece.isEmpty()
                                                ? Uni.createFrom().voidItem()
                                                : onWorkers(() -> spool.write(piece.get()))))
                .whilst(Optional::isPresent)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private <T> Uni<T> onWorkers(FileStep<T> step) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return step.run();
                    } catch (IOException unwritten) {
                        throw new UncheckedIOException(unwritten);
                    }
                })
                .runSubscriptionOn(parts.workers())
                .onFailure(UncheckedIOException.class)
                .transform(failure -> SendFailure.passing(NOT_SPOOLED, failure));
    }

    private interface FileStep<T> {
        T run() throws IOException;
    }
}
