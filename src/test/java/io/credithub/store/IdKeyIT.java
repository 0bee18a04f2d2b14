package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.teacher.IdProtection;
import io.credithub.security.IdVault;
import io.credithub.security.PayloadVault;
import io.credithub.store.access.PostgresIdKey;
import io.credithub.store.server.CannotStart;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The registry was started with the key of the tests.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class IdKeyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject IdProtection ids;
    @Inject Pool pool;

    @Test
    void theFirstStartWroteTheFingerprintOfItsKey() {
        Row row =
                pool.query("select count(*) as n, min(fingerprint::text) as of from id_key")
                        .execute()
                        .await()
                        .atMost(PATIENCE)
                        .iterator()
                        .next();
        assertThat(row.getLong("n")).isEqualTo(1);
        assertThat(row.getString("of")).isEqualTo(ids.fingerprint().toString());
    }

    @Test
    void theNextStartWithTheSameKeyIsFine() {
        check(new byte[32]);
    }

    @Test
    void aStartWithAnotherKeyIsRefusedAndChangesNothing() {
        byte[] master = new byte[32];
        Arrays.fill(master, (byte) 7);
        assertThatThrownBy(() -> check(master))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("HUB-4102: ")
                .hasMessageContainingAll("HUB_ID_KEY", "first start");
        check(new byte[32]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update id_key set fingerprint = null", "delete from id_key"})
    void theApplicationCannotTakeAnotherKey(String statement) {
        assertThatThrownBy(() -> pool.query(statement).execute().await().atMost(PATIENCE))
                .hasMessageContaining("42501");
    }

    private void check(byte[] master) {
        new PostgresIdKey(pool, IdVault.of(master), PayloadVault.of(master))
                .check()
                .await()
                .atMost(PATIENCE);
    }
}
