package io.credithub.source.pull;

import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.Exchanges;
import io.credithub.source.poll.PollFault;
import io.credithub.source.poll.SourceConfig;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;

/// How a source is asked, for pages and for tokens: once, and for so long and so much as is
/// configured. An answer is taken in whole before anybody looks at it, so what comes out of here is
/// never longer than its bound, nor later than its time.
///
/// By itself the client would try again, go where it is sent, keep cookies and unpack without end:
/// all of that is off. When to try again is for [FeedFailures] to say.
///
/// @param what the answer is called where it is too long
/// @param bytesMax of an answer, packed and unpacked
/// @param timeout from the request to the last byte of the answer, whatever happens in between
record SourceClient(Exchanges exchanges, String feed, String what, long bytesMax, Duration timeout)
        implements HttpClientConfigurer {
    private static final int HEADERS_MAX = 100;
    private static final int HEADER_LENGTH_MAX = 16 * 1024;

    /// By how much whoever waits for the whole may be late, on a machine that is busy.
    private static final Duration LATE = Duration.ofSeconds(10);

    static SourceClient ofPages(Exchanges exchanges, String feed, SourceConfig.Feed settings) {
        return new SourceClient(
                exchanges,
                feed,
                "a page beyond page-bytes-max",
                settings.pageBytesMax().asLongValue(),
                settings.pageTimeout());
    }

    /// For a feed that nothing is configured for: it is never asked.
    static SourceClient ofNothing(Exchanges exchanges, String feed) {
        return new SourceClient(exchanges, feed, "a page of nobody", 0, Duration.ZERO);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        Http1Config bounds =
                Http1Config.custom()
                        .setMaxHeaderCount(HEADERS_MAX)
                        .setMaxLineLength(HEADER_LENGTH_MAX)
                        .build();
        Timeout wait = Timeout.of(timeout.plus(LATE)); // the whole ends before a part of it
        client.setDefaultRequestConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(wait)
                        .setResponseTimeout(wait)
                        .setRedirectsEnabled(false)
                        .build());
        client.setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                        .useSystemProperties()
                        .setConnectionFactory(
                                ManagedHttpClientConnectionFactory.builder()
                                        .http1Config(bounds)
                                        .build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(wait)
                                        .setSocketTimeout(wait)
                                        .build())
                        .build());
        client.setConnectionManagerShared(true); // a route that is started again asks on
        client.disableAutomaticRetries();
        client.disableRedirectHandling();
        client.disableCookieManagement();
        client.disableAuthCaching();
        client.disableContentCompression();
        client.addExecInterceptorFirst("bounds", this::bounded);
    }

    private ClassicHttpResponse bounded(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        try {
            return exchanges.await(
                    feed,
                    "an answer that does not end",
                    timeout,
                    () -> whole(request, scope, chain),
                    scope.execRuntime::discardEndpoint);
        } catch (MessageConstraintException beyond) {
            scope.execRuntime.discardEndpoint();
            throw new Unavailable(PollFault.TOO_LARGE.of("headers beyond all measure"));
        } catch (IOException | HttpException | RuntimeException failed) {
            scope.execRuntime.discardEndpoint();
            throw failed;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    /// Nothing is read of an answer that is no page; its connection goes with it.
    private ClassicHttpResponse whole(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = answer(request, scope, chain);
        HttpEntity entity = response.getEntity();
        if (entity == null) return response;
        byte[] body = new byte[0];
        if (response.getCode() == HttpStatus.SC_OK) {
            body = new BoundedBody(what, bytesMax).take(entity.getContent(), encoding(entity));
        } else {
            scope.execRuntime.discardEndpoint();
        }
        response.removeHeaders(HttpHeaders.CONTENT_ENCODING);
        response.removeHeaders(HttpHeaders.CONTENT_LENGTH);
        response.setEntity(new ByteArrayEntity(body, null));
        return response;
    }

    private static String encoding(HttpEntity entity) {
        return entity.getContentEncoding() == null ? "" : entity.getContentEncoding();
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
}
