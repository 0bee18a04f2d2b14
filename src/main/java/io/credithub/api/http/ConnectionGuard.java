package io.credithub.api.http;

import io.credithub.api.body.RequestConfig;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What holds for one connection, below HTTP: the head of a request is there in time, what is no
/// request is told so, and a connection that is closed before its body was read is closed so that
/// the answer still arrives.
///
/// The system answers bytes that nobody reads with a reset, which takes from the other side what it
/// has not read yet, our answer above all. So our half is closed first, and what still comes is
/// thrown away, for a short time and up to a limit.
final class ConnectionGuard extends ChannelDuplexHandler {
    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final long LINGER_BYTES_MAX = 4L << 20;

    private final RequestConfig.Connection bounds;
    private final FirstAnswers answers;
    private boolean isPrepared;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> timer;
    private @Nullable HttpServerRequest current;
    private @Nullable ChannelPromise closing;
    private long thrownAway;

    ConnectionGuard(RequestConfig.Connection bounds, FirstAnswers answers) {
        this.bounds = bounds;
        this.answers = answers;
    }

    /// @return null if the connection was made before there was a guard
    static @Nullable ConnectionGuard of(HttpConnection connection) {
        return connection instanceof ConnectionBase base
                ? base.channel().pipeline().get(ConnectionGuard.class)
                : null;
    }

    /// The head of a request is there.
    void began(HttpServerRequest request) {
        cancel();
        current = request;
    }

    /// Its answer is on its way; another request may follow.
    void ended() {
        expectHead(bounds.keepAlive());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        expectHead(bounds.headersWithin());
        ctx.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        cancel();
        if (closing != null) end(ctx, closing);
        ctx.fireChannelInactive(); // whoever counts connections counts this one off
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (closing == null) {
            if (!isPrepared) prepare(ctx);
            ctx.fireChannelRead(message);
            return;
        }
        if (message instanceof ByteBuf bytes) thrownAway += bytes.readableBytes();
        ReferenceCountUtil.release(message);
        if (thrownAway > LINGER_BYTES_MAX) end(ctx, closing);
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        boolean isRead = current == null || current.isEnded();
        boolean canLinger = ctx.channel() instanceof SocketChannel && ctx.channel().isActive();
        if (isRead || !canLinger || closing != null) {
            end(ctx, promise);
            return;
        }
        cancel();
        closing = promise;
        ChannelFuture _ = ((SocketChannel) ctx.channel()).shutdownOutput();
        ctx.channel().config().setAutoRead(true);
        Runnable enough = () -> end(ctx, promise);
        timer = ctx.executor().schedule(enough, LINGER.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What is no request is answered by a problem too. Over TLS there is HTTP only after the
    /// handshake.
    private void prepare(ChannelHandlerContext ctx) {
        ChannelHandlerContext http = ctx.pipeline().context(VertxHandler.class);
        if (http == null || !(http.handler() instanceof VertxHandler<?> handler)) return;
        if (!(handler.getConnection() instanceof HttpServerConnection connection)) return;
        HttpServerConnection _ = connection.invalidRequestHandler(answers::answerMalformed);
        ChannelPipeline _ = ctx.pipeline().addBefore(http.name(), null, new AddressCheck());
        isPrepared = true;
    }

    private void expectHead(Duration within) {
        cancel();
        ChannelHandlerContext ctx = context;
        if (ctx == null) return;
        Runnable late = () -> end(ctx, ctx.newPromise());
        timer = ctx.executor().schedule(late, within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void end(ChannelHandlerContext ctx, ChannelPromise promise) {
        ChannelFuture _ = ctx.close(promise);
    }

    private void cancel() {
        if (timer != null) timer.cancel(false);
        timer = null;
    }
}
