package io.credithub.store.access;

import static io.credithub.testing.AtOnce.MANY;
import static io.credithub.testing.AtOnce.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.access.KeyStore;
import io.credithub.flow.access.KeyStore.Stored;
import io.credithub.flow.access.Permission;
import io.credithub.flow.result.FailureKind;
import io.credithub.store.connection.Sessions;
import io.credithub.testing.PostgresResource;
import io.credithub.testing.SpokenSql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Many who do something with one key at the same moment.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class KeyChangesIT {
    private static final Instant MADE = Instant.parse("2026-09-01T00:00:00Z");
    private static final Instant USED = MADE.plusSeconds(60);

    @Inject KeyStore keys;
    @Inject Sessions sessions;
    @Inject Pool pool;

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void aKey() {
        Permission grant = new Permission.FeedPermission("vendor-push");
        told(keys.save(Stored.made(id, new byte[32], "changed", grant, MADE)));
    }

    @Test
    void aKeyIsTakenBackOnceAndEachIsToldThatItIs() {
        assertThat(told(_ -> keys.revoke(id))).hasSize(MANY).containsOnly(true);
        Instant first = stored().revokedAt();
        assertThat(first).isNotNull();
        assertThat(told(keys.revoke(id))).isTrue();
        assertThat(stored().revokedAt()).isEqualTo(first);
    }

    @Test
    void takingBackAndUsingAtOnceLoseNothingOfEachOther() {
        told(no ->
                no % 2 == 0
                        ? keys.revoke(id)
                        : keys.used(Map.of(id, USED.plusSeconds(no))).replaceWith(true));
        assertThat(stored().revokedAt()).isNotNull();
        assertThat(stored().lastUsedAt()).isEqualTo(USED.plusSeconds(MANY - 1));
    }

    @Test
    void takingBackNamesNothingElseOfTheKey() {
        try (SpokenSql sql = new SpokenSql()) {
            assertThat(told(keys.revoke(id))).isTrue();
            assertThat(sql.updates("api_key"))
                    .containsExactly(
                            "update api_key set revoked_at=$1,version=$2 where id=$3 and"
                                    + " version=$4");
        }
    }

    @Test
    void whoIsOvertakenTimeAndAgainIsToldToComeLater() {
        String others = "update api_key set version = version + 1 where id = '" + id + "'";
        Uni<Boolean> late =
                sessions.change(session ->
                        session.find(ApiKeyRow.class, id)
                                .call(() -> pool.query(others).execute())
                                .invoke(key -> key.revoke(MADE))
                                .replaceWith(true));
        assertThatThrownBy(() -> told(late)).matches(FailureKind::isOutage);
        assertThat(stored().revokedAt()).isNull();
    }

    @Test
    void nobodyTakesBackAKeyThatIsNotThere() {
        assertThat(told(keys.revoke("nobody's"))).isFalse();
    }

    private Stored stored() {
        return told(keys.find(id)).orElseThrow();
    }
}
