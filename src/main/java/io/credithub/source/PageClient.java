package io.credithub.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/// How the HTTP client asks for a feed's pages: once, and for so long and so much as is configured.
///
/// By itself it would try again, and sleep in between for as long as a source tells it to, unseen:
/// when to try again is for [Outage] to say. Without a bound a source could feed one answer to it
/// byte by byte for ever, or pack a terabyte into a megabyte.
///
/// @param bytesMax of an answer, unpacked
/// @param timeout from the request to the last byte of the answer
record PageClient(long bytesMax, Duration timeout) implements HttpClientConfigurer {
    static PageClient of(SourceConfig.Feed settings) {
        return new PageClient(settings.pageBytesMax().asLongValue(), settings.pageTimeout());
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries();
        client.addExecInterceptorFirst("bounds", this::bounded);
    }

    private ClassicHttpResponse bounded(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        long deadline = System.nanoTime() + timeout.toNanos();
        ClassicHttpResponse response = answer(request, scope, chain);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(new Bounded(entity, scope.execRuntime, bytesMax, deadline));
        }
        return response;
    }

    /// A connection that was kept may have been closed at its other end while it rested: then, and
    /// only then, the same is asked once more, at once.
    private static ClassicHttpResponse answer(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        try {
            return chain.proceed(request, scope);
        } catch (NoHttpResponseException closedMeanwhile) {
            return chain.proceed(ClassicRequestBuilder.copy(request).build(), scope);
        }
    }

    private static final class Bounded extends HttpEntityWrapper {
        private final ExecRuntime connection;
        private final long bytesMax;
        private final long deadline;

        Bounded(HttpEntity entity, ExecRuntime connection, long bytesMax, long deadline) {
            super(entity);
            this.connection = connection;
            this.bytesMax = bytesMax;
            this.deadline = deadline;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new BoundedBody(super.getContent(), this);
        }

        /// A connection that is given up is not read to its end first.
        private void require(boolean isWithinBounds, String otherwise) throws IOException {
            if (isWithinBounds) return;
            connection.discardEndpoint();
            throw new IOException(otherwise);
        }
    }

    private static final class BoundedBody extends FilterInputStream {
        private final Bounded bounds;
        private long taken;

        BoundedBody(InputStream in, Bounded bounds) {
            super(in);
            this.bounds = bounds;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws IOException {
            taken += bytes;
            bounds.require(taken <= bounds.bytesMax, "a page beyond page-bytes-max");
            bounds.require(
                    System.nanoTime() - bounds.deadline < 0,
                    "a page that takes beyond page-timeout");
        }
    }
}
