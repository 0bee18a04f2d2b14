package io.credithub.api.access;

import io.credithub.api.audit.Audited;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Text;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.Permission;
import io.credithub.flow.access.Role;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.recognition.RecognitionFeed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Keys: given out, listed, taken back. For operators.
@Path("/api/v1/keys")
@Tag(name = "operation")
public final class KeyResource {
    private static final int LABEL_LENGTH_MAX = 100;

    /// Longer than that nobody answers for a key.
    private static final Duration LIFE_MAX = Duration.ofDays(3653);

    private static final Text END =
            new Text(
                    "填写将来十年内带时区的时刻,如 2027-08-31T18:00:00+08:00",
                    "write a time with its zone that is to come within ten years, like"
                            + " 2027-08-31T18:00:00+08:00");
    private static final Text ROLES =
            ExpectedValue.oneOf(Role.FEED, Role.READER, Role.REGISTRAR, Role.SCHOOL, Role.OPERATOR);
    private static final Text SCHOOL =
            new Text("填写学校在花名册中的代码", "write the school's code as the roster has it");

    private final ApiKeys keys;
    private final KeyStore store;
    private final Feeds feeds;
    private final InstantSource clock;

    KeyResource(ApiKeys keys, KeyStore store, Feeds feeds) {
        this.keys = keys;
        this.store = store;
        this.feeds = feeds;
        this.clock = InstantSource.system();
    }

    /// The body of the request.
    ///
    /// @param feed for the role `FEED`
    /// @param division for the roles `READER` and `REGISTRAR`: a county, a city or the province;
    ///   for `SCHOOL`: its county
    /// @param school for the role `SCHOOL`: its code in the roster
    /// @param expiresAt the first moment at which it opens nothing; never, by default
    public record KeyBody(
            @Schema(
                            enumeration = {
                                Role.FEED,
                                Role.READER,
                                Role.REGISTRAR,
                                Role.SCHOOL,
                                Role.OPERATOR
                            })
                    @Nullable String role,
            @Nullable String feed,
            @Nullable String division,
            @Nullable String school,
            @Nullable String label,
            @Schema(examples = "2027-08-31T18:00:00+08:00") @Nullable String expiresAt) {}

    /// @param key shown this once
    public record NewKeyView(String id, String key, @Nullable Instant expiresAt)
            implements Audited {
        @Override
        public String auditTarget() {
            return "key=" + id;
        }

        @Override
        public String toString() {
            return "Given[" + id + "]";
        }
    }

    /// A key without its secret.
    ///
    /// @param lastUsedAt to the minute
    public record Listed(
            String id,
            String label,
            String role,
            @Nullable String feed,
            @Nullable String division,
            @Nullable String school,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            boolean revoked) {}

    @POST
    @RolesAllowed(Role.OPERATOR)
    @ResponseStatus(201)
    @Operation(summary = "发放密钥 · Gives out a key; its text is shown this once")
    public Uni<NewKeyView> issue(KeyBody body) {
        if (body == null) throw ProblemException.badParameter("role", ROLES);
        String label = body.label() == null ? "" : body.label();
        if (label.isBlank() || label.length() > LABEL_LENGTH_MAX) {
            throw ProblemException.badParameter("label", ExpectedValue.text(LABEL_LENGTH_MAX));
        }
        Instant end = end(body.expiresAt());
        return keys.issue(grant(body), label, end)
                .map(key -> new NewKeyView(key.id(), key.key(), end));
    }

    private @Nullable Instant end(@Nullable String asked) {
        if (asked == null) return null;
        Instant now = clock.instant();
        try {
            Instant end = Instant.parse(asked).truncatedTo(ChronoUnit.MICROS);
            if (end.isAfter(now) && !end.isAfter(now.plus(LIFE_MAX))) return end;
        } catch (DateTimeException notATime) {
            // the same answer as for one that is over
        }
        throw ProblemException.badParameter("expiresAt", asked, END);
    }

    private Permission grant(KeyBody body) {
        String role = body.role() == null ? "" : body.role().strip().toUpperCase(Locale.ROOT);
        return switch (role) {
            case Role.FEED -> new Permission.FeedPermission(feed(body.feed()));
            case Role.READER -> new Permission.Reader(jurisdiction(body.division()));
            case Role.REGISTRAR -> new Permission.Registrar(jurisdiction(body.division()));
            case Role.SCHOOL -> school(body.school(), jurisdiction(body.division()));
            case Role.OPERATOR -> new Permission.Operator();
            default -> throw ProblemException.badParameter("role", body.role(), ROLES);
        };
    }

    private String feed(@Nullable String code) {
        boolean isOurs = RecognitionFeed.CODE.equals(code);
        if (code == null || isOurs || feeds.find(code).isEmpty()) {
            throw ProblemException.badParameter("feed", code, ProblemCode.UNKNOWN_FEED.remedy());
        }
        return code;
    }

    private static Jurisdiction jurisdiction(@Nullable String division) {
        try {
            if (division != null) return new Jurisdiction(division);
        } catch (IllegalArgumentException notADivision) {
            // the same answer as for none
        }
        throw ProblemException.badParameter("division", division, ExpectedValue.DIVISION);
    }

    private static Permission school(@Nullable String code, Jurisdiction county) {
        try {
            if (code != null) return new Permission.SchoolPermission(code, county);
        } catch (IllegalArgumentException notASchool) {
            // the same answer as for none
        }
        throw ProblemException.badParameter("school", code, SCHOOL);
    }

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "列出密钥(不含密文) · Lists the keys, without their secrets")
    public Uni<List<Listed>> all() {
        return store.all().map(keys -> keys.stream().map(KeyResource::listed).toList());
    }

    private static Listed listed(KeyStore.Stored key) {
        return new Listed(
                key.id(),
                key.label(),
                Role.of(key.grant()),
                key.grant() instanceof Permission.FeedPermission feed ? feed.code() : null,
                division(key.grant()),
                key.grant() instanceof Permission.SchoolPermission school
                        ? school.schoolCode()
                        : null,
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt() != null);
    }

    private static @Nullable String division(Permission grant) {
        return switch (grant) {
            case Permission.Reader reader -> reader.jurisdiction().divisionCode();
            case Permission.Registrar registrar -> registrar.jurisdiction().divisionCode();
            case Permission.SchoolPermission school -> school.county().divisionCode();
            case Permission.FeedPermission _, Permission.Operator _ -> null;
        };
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "收回密钥 · Takes a key back")
    public Uni<Void> revoke(@PathParam("id") String id) {
        return keys.revoke(id.toLowerCase(Locale.ROOT))
                .invoke(known -> {
                    if (!known) throw new ProblemException(ProblemCode.NOT_FOUND);
                })
                .replaceWithVoid();
    }
}
