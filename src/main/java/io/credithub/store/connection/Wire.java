package io.credithub.store.connection;

import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.util.concurrent.TimeUnit;

/// What is beneath a connection of the client. The client itself ends one by a message that goes
/// behind all that is on its way, and never to a server that stands still.
///
/// @param connection the client's own
record Wire(SocketConnectionBase connection) {
    /// The client's name of what ends a connection on which nothing passes.
    private static final String IDLE = "idle";

    private static final long READ_MILLIS = 50;

    /// @param connection as the client's pool gives it
    static Wire of(SqlConnection connection) {
        var pooled = ((SqlConnectionInternal) connection).unwrap();
        return new Wire((SocketConnectionBase) pooled.unwrap());
    }

    private ChannelPipeline pipeline() {
        return connection.socket().channelHandlerContext().pipeline();
    }

    /// The number of the server's process at its other end.
    int backend() {
        return connection.getProcessId();
    }

    /// Does something once the thread of this connection has had time to read what has come on it.
    void whenRead(Runnable work) {
        EventLoop loop = connection.socket().channelHandlerContext().channel().eventLoop();
        loop.execute(() -> {
            var _ = loop.schedule(work, READ_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    /// It has come about: from now on nothing need pass on it.
    void mayBeQuiet() {
        if (pipeline().get(IDLE) != null) pipeline().remove(IDLE);
    }

    /// Whoever waits for an answer on it is told that it is gone. Nobody in between may make a
    /// farewell of it, which the other end would have to take.
    void cut() {
        var _ = pipeline().firstContext().close();
    }
}
