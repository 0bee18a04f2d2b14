package io.credithub.api.http;

import io.credithub.api.body.RequestConfig;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Gives every connection that comes in a [ConnectionGuard], and lets one address have so many.
///
/// Vert.x tells of a connection only once its first request is there, which is too late for whoever
/// never finishes one. So the gate stands where the server accepts.
@Singleton
final class ConnectionGate implements HttpServerOptionsCustomizer {
    private static final long FIRST_MILLIS = 50;
    private static final long EVERY_MILLIS = 1_000;

    private final Vertx vertx;
    private final RequestConfig.Connection bounds;
    private final FirstAnswers answers;
    private final Accepted accepted = new Accepted();
    private final ConcurrentMap<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

    ConnectionGate(Vertx vertx, RequestConfig config, FirstAnswers answers) {
        this.answers = answers;
        this.vertx = vertx;
        this.bounds = config.connection();
    }

    /// One connection is one request at a time: what is counted for one holds.
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }

    /// Servers begin to listen when they like, hence again and again.
    void open(@Observes StartupEvent start) {
        vertx.setPeriodic(FIRST_MILLIS, EVERY_MILLIS, _ -> stand());
    }

    private void stand() {
        for (EventExecutor executor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            if (executor instanceof SingleThreadEventLoop loop) {
                loop.execute(() -> stand(loop.registeredChannelsIterator()));
            }
        }
    }

    private void stand(Iterator<Channel> channels) {
        while (channels.hasNext()) {
            Channel channel = channels.next();
            boolean isNew =
                    channel instanceof ServerChannel
                            && channel.pipeline().get(Accepted.class) == null;
            if (isNew) channel.pipeline().addFirst(accepted);
        }
    }

    private boolean isOneMore(InetAddress address) {
        return byAddress.merge(address, 1, Integer::sum) <= bounds.perAddress();
    }

    private void leave(InetAddress address) {
        byAddress.computeIfPresent(address, (_, open) -> open == 1 ? null : open - 1);
    }

    /// Sees each connection before HTTP does.
    @Sharable
    private final class Accepted extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel connection) {
                guard(connection);
            }
            context.fireChannelRead(message);
        }

        private void guard(Channel connection) {
            connection.pipeline().addFirst(new ConnectionGuard(bounds, answers));
            if (connection.remoteAddress() instanceof InetSocketAddress from) {
                InetAddress address = from.getAddress();
                boolean isWelcome = isOneMore(address);
                ChannelFuture _ = connection.closeFuture().addListener(_ -> leave(address));
                if (!isWelcome) connection.pipeline().addFirst(new RefusedConnection());
            }
        }
    }

    /// Closes what is too much as soon as it can be closed.
    private static final class RefusedConnection extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            ChannelFuture _ = context.close();
        }
    }
}
