package io.credithub.security;

import io.credithub.flow.access.Caller;
import io.credithub.flow.access.KeyRefused;
import io.credithub.flow.access.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From a key to who is calling, with the one role that the key has. `hub.key.attempts{outcome}`
/// counts what became of each that was shown.
@Singleton
public final class ApiKeyIdentities implements IdentityProvider<TokenAuthenticationRequest> {
    private final KnownKeys keys;
    private final LastUses uses;
    private final FailedAttempts failures;
    private final MeterRegistry metrics;

    ApiKeyIdentities(KnownKeys keys, LastUses uses, MeterRegistry metrics) {
        this.keys = keys;
        this.uses = uses;
        this.failures = new FailedAttempts(System::nanoTime);
        this.metrics = metrics;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        String address = request.getAttribute(ApiKeyMechanism.ADDRESS);
        Optional<ApiKey> key = ApiKey.parse(request.getToken().getToken());
        if (key.isEmpty()) {
            return Uni.createFrom()
                    .failure(refused(Recognised.RefusedCaller.MALFORMED, null, address));
        }
        ApiKey shown = key.get();
        Duration away = failures.turnedAway(shown.id(), address);
        if (!away.isZero()) {
            count(Recognised.RefusedCaller.TURNED_AWAY.outcome());
            return Uni.createFrom().failure(slowed(away));
        }
        Context own = Vertx.currentContext();
        Uni<Recognised> recognised = keys.recognise(shown);
        if (own != null) recognised = recognised.emitOn(work -> own.runOnContext(_ -> work.run()));
        return recognised.map(outcome -> identity(outcome, shown, address));
    }

    private SecurityIdentity identity(Recognised outcome, ApiKey key, String address) {
        return switch (outcome) {
            case Recognised.Opened opened -> identity(opened.caller(), address);
            case Recognised.RefusedCaller why -> throw refused(why, key.id(), address);
        };
    }

    private SecurityIdentity identity(Caller caller, String address) {
        count("opened");
        failures.opened(caller.key(), address);
        uses.used(caller.key());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(caller)
                .addRole(Role.of(caller.grant()))
                .build();
    }

    private AuthenticationFailedException refused(
            Recognised.RefusedCaller why, @Nullable String id, String address) {
        count(why.outcome());
        if (why == Recognised.RefusedCaller.EXPIRED) {
            return new AuthenticationFailedException(KeyRefused.becauseExpired());
        }
        Duration wait = why.isGuess() ? failures.failed(id, address) : Duration.ZERO;
        if (wait.isZero()) return new AuthenticationFailedException();
        return slowed(wait);
    }

    private static AuthenticationFailedException slowed(Duration wait) {
        return new AuthenticationFailedException(KeyRefused.becauseOfFailures(wait));
    }

    private void count(String outcome) {
        metrics.counter("hub.key.attempts", "outcome", outcome).increment();
    }
}
