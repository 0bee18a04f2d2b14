package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.flow.delivery.Idempotency;
import io.credithub.flow.programme.Programmes;
import io.credithub.store.feed.FeedRegistration;
import io.credithub.store.programme.PostgresProgrammes;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is known already takes no number again, and every number that everyday work moves lasts
/// fifty years.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class CountersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MORE_THAN_A_SMALLINT_HOLDS = 40_000;
    private static final int AT_ONCE = 32;
    private static final String FEED = "vendor-push";
    private static final Path PAGE = Path.of("docs/architecture.md");

    @Inject Pool pool;
    @Inject FeedRegistration registration;
    @Inject Idempotency idempotency;
    @Inject Programmes programmes;

    /// Numbers that nothing but a sequence gives out, and numbers too narrow to be anybody's guess.
    private static final String TO_BE_LISTED =
            """
            select c.relname || '.' || a.attname as name
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                and c.relname not like 'flyway%' and a.attnum > 0 and not a.attisdropped
                and (a.attidentity <> '' or a.atttypid = 'int2'::regtype
                    or a.attname ~ '^(no|seq|fence|failures|revision|version.*|last_.*)$'
                        and a.atttypid in ('int4'::regtype, 'int8'::regtype))
            order by 1\
            """;

    @Test
    void fortyThousandKeyedPushesTakeNoNumberFromTheFeeds() {
        int before = newFeed();
        Multi.createFrom()
                .range(0, MORE_THAN_A_SMALLINT_HOLDS)
                .onItem()
                .transformToUni(_ -> registration.register(List.of(FEED)))
                .merge(AT_ONCE)
                .collect()
                .last()
                .await()
                .atMost(PATIENCE);
        Multi.createFrom()
                .range(0, 200)
                .onItem()
                .transformToUni(
                        _ -> idempotency.claim(FEED, UUID.randomUUID().toString(), new byte[32]))
                .merge(AT_ONCE)
                .collect()
                .last()
                .await()
                .atMost(PATIENCE);
        assertThat(newFeed())
                .as("the next number of a sequence that stood still")
                .isEqualTo(before + 1);
    }

    @Test
    void feedsThatAreRegisteredAtOnceGetOneRowEach() {
        String one = "at-once-" + UUID.randomUUID();
        int before = newFeed();
        Multi.createFrom()
                .range(0, AT_ONCE)
                .onItem()
                .transformToUni(_ -> registration.register(List.of(one)))
                .merge(AT_ONCE)
                .collect()
                .last()
                .await()
                .atMost(PATIENCE);
        assertThat(feedNumber(one)).isEqualTo(before + 1);
        assertThat(newFeed()).isEqualTo(before + 2);
    }

    @Test
    void aProgrammeThatIsKnownTakesNoNumberAgain() {
        String name = "counted " + UUID.randomUUID();
        int before = number(programmes, name);
        for (int start = 0; start < 50; start++) number(new PostgresProgrammes(pool), name);
        assertThat(number(programmes, name + " and the next")).isEqualTo(before + 1);
    }

    @Test
    void aNumberThatOutgrowsItsColumnIsRefusedAndNotWrapped() {
        ArrayParameters<Integer> columns = new ArrayParameters<>(List.of(40_000));
        assertThatThrownBy(() -> columns.shorts(number -> number))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("40000");
    }

    @Test
    void everyNumberThatCouldRunOutIsListedWithHowLongItLasts() throws IOException {
        String page = Files.readString(PAGE);
        List<String> missing = new ArrayList<>();
        for (Row row : pool.query(TO_BE_LISTED).execute().await().atMost(PATIENCE)) {
            String name = row.getString(0);
            String column = name.substring(name.indexOf('.') + 1);
            if (!page.contains("`" + name + "`") && !page.contains("`*." + column + "`")) {
                missing.add(name);
            }
        }
        assertThat(missing).as("columns that docs/architecture.md does not list").isEmpty();
    }

    private void register(List<String> feeds) {
        registration.register(feeds).await().atMost(PATIENCE);
    }

    private static int number(Programmes programmes, String name) {
        ProgrammeTitle title = ProgrammeTitle.named(name);
        return Objects.requireNonNull(
                programmes.titles(Map.of(title, name)).await().atMost(PATIENCE).get(title));
    }

    /// @return the number that a feed gets which nobody knew
    private int newFeed() {
        String code = "counted-" + UUID.randomUUID();
        register(List.of(FEED, code));
        return feedNumber(code);
    }

    private int feedNumber(String code) {
        return pool.preparedQuery("select id from feed where code = $1")
                .execute(Tuple.of(code))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getInteger(0);
    }
}
