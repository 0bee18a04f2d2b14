package io.credithub.api.body;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/// The body of the current request, once [Intake] has taken it to the spool.
@Singleton
public final class TakenBody {
    private static final String PLACE = TakenBody.class.getName();

    private final CurrentVertxRequest current;

    TakenBody(CurrentVertxRequest current) {
        this.current = current;
    }

    /// Keeps it for the request. If nobody asks for it, it goes with the request.
    static void keep(RoutingContext request, BufferedBody body) {
        request.put(PLACE, body);
        request.addEndHandler(_ -> {
            if (request.remove(PLACE) instanceof BufferedBody left) left.close();
        });
    }

    /// @return once; to be closed by the caller
    public BufferedBody taken() {
        if (current.getCurrent().remove(PLACE) instanceof BufferedBody body) return body;
        throw new IllegalStateException("no body was taken for this request");
    }
}
