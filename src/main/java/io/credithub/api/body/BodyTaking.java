package io.credithub.api.body;

import io.credithub.api.problem.BusyCode;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One body on its way from the wire to the spool. Everything here happens on the event loop of its
/// connection, so that no thread waits for a slow sender; only files are written elsewhere, and
/// meanwhile nothing is read from the wire.
final class BodyTaking {
    private static final long CHECK_EVERY_MILLIS = 500;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final BodyBuffer spool;
    private final RequestConfig.BodyConfig bounds;
    private final Context context;
    private final HttpServerRequest request;
    private final BodyLimit limit;
    private final BodyEncoding encoding;
    private final BodyBuffer.BufferWriting writing;
    private final long beganNanos = System.nanoTime();

    private @Nullable UniEmitter<? super BufferedBody> answer;
    private long timer;
    private long bytes;
    private long lastNanos = beganNanos;
    private long heldNanos;
    private boolean isWriting;
    private boolean isOver;

    BodyTaking(
            BodyBuffer spool,
            RequestConfig.BodyConfig bounds,
            Context context,
            HttpServerRequest request,
            BodyLimit limit,
            BodyEncoding encoding) {
        this.spool = spool;
        this.bounds = bounds;
        this.context = context;
        this.request = request;
        this.limit = limit;
        this.encoding = encoding;
        this.writing = spool.begin();
    }

    /// @return to be closed by the caller. Fails with a [ProblemException] if the body is too
    ///   large, too slow or broken, and as [Unavailable] if the spool cannot hold it
    Uni<BufferedBody> take() {
        return Uni.createFrom().emitter(to -> begin(to));
    }

    private void begin(UniEmitter<? super BufferedBody> to) {
        answer = to;
        if (request.isEnded()) {
            end();
            return;
        }
        timer = context.owner().setPeriodic(CHECK_EVERY_MILLIS, _ -> check());
        request.exceptionHandler(_ -> fail(new ProblemException(ProblemCode.BROKEN_BODY)));
        request.handler(this::data);
        request.endHandler(_ -> end());
        request.resume();
    }

    private void data(Buffer arrived) {
        if (isOver) return;
        bytes += arrived.length();
        lastNanos = System.nanoTime();
        if (bytes > limit.bytesMax()) {
            fail(new ProblemException(ProblemCode.TOO_LARGE));
            return;
        }
        writing.add(arrived.getBytes());
        if (writing.isDue()) write();
    }

    /// To the disk, while the sender waits.
    private void write() {
        request.pause();
        long began = System.nanoTime();
        elsewhere(
                () -> {
                    writing.flush();
                    return writing;
                },
                _ -> {
                    lastNanos = System.nanoTime();
                    heldNanos += lastNanos - began;
                    request.resume();
                });
    }

    private void end() {
        if (isOver) return;
        stop();
        if (writing.isInMemory() && encoding == BodyEncoding.IDENTITY) {
            try {
                give(spool.finish(writing, encoding, limit));
            } catch (IOException | RuntimeException failure) {
                fail(failure);
            }
        } else {
            elsewhere(() -> spool.finish(writing, encoding, limit), this::give);
        }
    }

    private void check() {
        if (isOver || isWriting) return;
        long now = System.nanoTime();
        long elapsed = now - beganNanos - heldNanos;
        Duration within = limit == BodyLimit.REQUEST ? bounds.requestWithin() : bounds.fileWithin();
        boolean isLate = elapsed > within.toNanos();
        boolean isIdle = now - lastNanos > bounds.idle().toNanos();
        boolean isSlow =
                elapsed > bounds.grace().toNanos()
                        && bytes < elapsed / SECOND_NANOS * bounds.leastRate();
        if (isLate || isIdle || isSlow) fail(new ProblemException(BusyCode.TOO_SLOW));
    }

    private <T> void elsewhere(Callable<T> work, Consumer<T> then) {
        isWriting = true;
        try {
            spool.disk()
                    .execute(() -> {
                        try {
                            T done = work.call();
                            context.runOnContext(_ -> back(() -> then.accept(done)));
                        } catch (Exception failure) {
                            context.runOnContext(_ -> back(() -> fail(failure)));
                        }
                    });
        } catch (RejectedExecutionException closing) {
            isWriting = false;
            fail(closing);
        }
    }

    /// If the sender went away meanwhile, what was written goes too.
    private void back(Runnable then) {
        isWriting = false;
        if (isOver) drop();
        else then.run();
    }

    private void give(BufferedBody body) {
        isOver = true;
        if (answer != null) answer.complete(body);
    }

    private void fail(Throwable failure) {
        if (isOver) return;
        isOver = true;
        stop();
        if (!request.isEnded()) request.pause();
        if (!isWriting) drop();
        Throwable told =
                failure instanceof IOException ours ? new Unavailable("the spool", ours) : failure;
        if (answer != null) answer.fail(told);
    }

    private void stop() {
        context.owner().cancelTimer(timer);
    }

    private void drop() {
        try {
            spool.disk().execute(writing::drop);
        } catch (RejectedExecutionException closing) {
            writing.drop();
        }
    }
}
