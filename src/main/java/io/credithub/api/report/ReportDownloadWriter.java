package io.credithub.api.report;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Writes a [ReportDownload]: the next piece is read once the one before is on the wire. The
/// framework's own way for streams passes by the filters of answers, and with them the audit trail.
///
/// If a piece is gone meanwhile, the connection closes before its length is reached, so that nobody
/// takes half a file for a whole one.
@Provider
public final class ReportDownloadWriter implements ServerMessageBodyWriter<ReportDownload> {
    private static final Logger LOG = Logger.getLogger(ReportDownloadWriter.class);
    private static final String HEAD = "HEAD";

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == ReportDownload.class;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == ReportDownload.class;
    }

    @Override
    public void writeTo(
            ReportDownload file,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new IllegalStateException("written to the response only");
    }

    @Override
    public void writeResponse(ReportDownload file, Type generic, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        ServerHttpResponse response = context.serverResponse();
        response.setResponseHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(file.bytes()));
        if (request.getMethod().equals(HEAD)) {
            response.end();
            return;
        }
        request.suspend();
        Cancellable writing =
                written(file, response)
                        .subscribe()
                        .with(
                                bytes -> end(request, bytes == file.bytes()),
                                failure -> {
                                    LOG.infof("a piece of a report is not given cause=%s", failure);
                                    end(request, false);
                                });
        response.addCloseHandler(writing::cancel);
    }

    private static void end(ResteasyReactiveRequestContext request, boolean isWhole) {
        if (isWhole) {
            request.serverResponse().end();
        } else {
            LOG.info("a report was not given whole: its connection is closed");
            request.serverRequest().closeConnection();
        }
        request.resume();
    }

    /// @return how many bytes
    private static Uni<Long> written(ReportDownload file, ServerHttpResponse response) {
        AtomicInteger next = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() ->
                        file.pieces()
                                .apply(next.getAndIncrement())
                                .call(piece ->
                                        piece.isEmpty()
                                                ? Uni.createFrom().voidItem()
                                                : sent(piece.get(), response, bytes)))
                .whilst(piece -> piece.isPresent())
                .collect()
                .last()
                .map(_ -> bytes.get());
    }

    private static Uni<Void> sent(byte[] piece, ServerHttpResponse response, AtomicLong bytes) {
        bytes.addAndGet(piece.length);
        return Uni.createFrom().completionStage(() -> response.write(piece));
    }
}
