package io.credithub.security;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the key in a request: `Authorization: Bearer hub_…`, or `X-Api-Key` for senders that
/// cannot set the other. Never in an address, which logs and histories keep.
@Singleton
public final class ApiKeyMechanism implements HttpAuthenticationMechanism {
    /// Where the request comes from, as an attribute of the question who it is.
    static final String ADDRESS = "address";

    private static final String BEARER = "bearer ";
    private static final String NOWHERE = "unknown";

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identities) {
        String text = text(context);
        if (text == null) return Uni.createFrom().nullItem();
        TokenAuthenticationRequest asked =
                new TokenAuthenticationRequest(new TokenCredential(text, "api-key"));
        asked.setAttribute(ADDRESS, address(context));
        return identities.authenticate(asked);
    }

    private static String address(RoutingContext context) {
        SocketAddress from = context.request().remoteAddress();
        String address = from == null ? null : from.hostAddress();
        return address == null ? NOWHERE : address;
    }

    private static @Nullable String text(RoutingContext context) {
        String authorization = context.request().getHeader("Authorization");
        if (authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).strip();
        }
        return context.request().getHeader("X-Api-Key");
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(
                        new ChallengeData(
                                HttpResponseStatus.UNAUTHORIZED.code(),
                                "WWW-Authenticate",
                                "Bearer realm=\"credit-hub\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(
                        new HttpCredentialTransport(
                                HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }
}
