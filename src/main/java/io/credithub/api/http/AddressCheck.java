package io.credithub.api.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;

/// Stands between the bytes and HTTP: a request whose address cannot be read is handed on as one
/// that is malformed, so that it is answered like others of its kind. The framework would answer it
/// without a word before anybody sees it.
final class AddressCheck extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
            try {
                new URI(request.uri());
            } catch (URISyntaxException unreadable) {
                request.setDecoderResult(DecoderResult.failure(unreadable));
            }
        }
        context.fireChannelRead(message);
    }
}
