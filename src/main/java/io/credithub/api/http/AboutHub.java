package io.credithub.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.flow.certificate.ThisHub;
import io.credithub.flow.statement.StandingQuery;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/// What the front page says of the hub itself, without a key: the day that it takes for today, its
/// version, and in a demo whom one may ask about.
@Singleton
final class AboutHub {
    private final ThisHub hub;
    private final StandingQuery standings;
    private final ObjectMapper json;

    AboutHub(ThisHub hub, StandingQuery standings, ObjectMapper json) {
        this.hub = hub;
        this.standings = standings;
        this.json = json;
    }

    private record About(String version, LocalDate today, boolean demo, List<String> teachers) {}

    void open(@Observes Router router) {
        router.get("/about").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        About about = new About(hub.version(), standings.today(), hub.isDemo(), hub.teachers());
        try {
            context.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .end(json.writeValueAsString(about));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("it is always JSON", impossible);
        }
    }
}
