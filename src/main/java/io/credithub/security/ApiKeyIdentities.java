package io.credithub.security;

import io.credithub.flow.Caller;
import io.credithub.flow.Role;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// From a key to who is calling, with the one role that the key has.
@Singleton
public final class ApiKeyIdentities implements IdentityProvider<TokenAuthenticationRequest> {
    private final KnownKeys keys;

    ApiKeyIdentities(KnownKeys keys) {
        this.keys = keys;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return keys.recognise(request.getToken().getToken())
                .map(caller -> identity(caller.orElseThrow(AuthenticationFailedException::new)));
    }

    private static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(caller)
                .addRole(Role.of(caller.grant()))
                .build();
    }
}
