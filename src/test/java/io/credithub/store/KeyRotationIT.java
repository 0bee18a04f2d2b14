package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import io.credithub.security.IdVault;
import io.credithub.security.PayloadVault;
import io.credithub.security.RotatedKeys;
import io.credithub.security.RotatedKeys.Rotating;
import io.credithub.store.sealing.PayloadsInClear;
import io.credithub.store.sealing.Resealing;
import io.credithub.store.sealing.Sealed;
import io.credithub.store.server.CannotStart;
import io.credithub.store.sql.Deflated;
import io.credithub.testing.ApartFromOthers;
import io.vertx.mutiny.sqlclient.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The drill: the ID key is rotated while records come, it is stopped in the middle and begun
/// again, and in the end everybody is found, everything opens, and the old key is of no use.
@ApartFromOthers
final class KeyRotationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BATCH = 3;

    @TempDir Path folder;

    @Test
    void recordsBeforeDuringAndAfterAreAllThereAndTheOldKeyOpensNothing() throws Exception {
        byte[] old = new byte[32];
        Arrays.fill(old, (byte) 5);
        Files.writeString(folder.resolve("id.key"), Base64.getEncoder().encodeToString(old));
        try (LawRegistry registry = new LawRegistry(folder.resolve("db"), LawRooms.VERTX)) {
            LawMatching.begin(registry.pool(), LawRooms.TERMS.first());
            way(registry, IdVault.of(old), PayloadVault.of(old), 1);
            way(registry, IdVault.of(old), PayloadVault.of(old), 2);
            way(registry, IdVault.of(old), PayloadVault.of(old), 3);
            String expected = String.join("\n", registry.content());
            registry.empty();

            way(registry, IdVault.of(old), PayloadVault.of(old), 1);
            Rotating rotating = stopped(registry);
            assertThat(registry.rows("select distinct payload_key from chunk where payload <> ''"))
                    .as("some are sealed with each key")
                    .hasSize(2);
            way(registry, rotating.ids(), rotating.sealing(), 2);
            Rotating late = late(old);
            way(registry, late.ids(), late.sealing(), 2);
            leaveOneInClear(registry, late.sealing());
            byte[] current = finished(registry);
            assertThat(isAnyInClear(registry)).isFalse();
            Rotating alone = alone(current);
            way(registry, alone.ids(), alone.sealing(), 3);

            assertThat(String.join("\n", registry.content())).isEqualTo(expected);
            everythingOpens(registry, alone.sealing(), alone.ids());
            assertThatThrownBy(() -> way(registry, IdVault.of(old), PayloadVault.of(old), 3))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("HUB-4102");
        }
    }

    private LawWay way(LawRegistry registry, IdProtection ids, Sealing sealing, int seed) {
        LawWay.Rooms rooms = LawRooms.by(LawMatching.over(registry.pool()), ids);
        LawWay way = new LawWay(registry, LawRooms.RULES, rooms, sealing);
        way.take(new LawRecords(new Random(seed)).undecided(), new Random(seed), null);
        assertThat(way.proof()).isEmpty();
        return way;
    }

    /// As an earlier hub did, which the start warns of.
    private static void leaveOneInClear(LawRegistry registry, Sealing sealing) throws SQLException {
        assertThat(isAnyInClear(registry)).isFalse();
        Row row =
                all(registry, "select * from chunk where payload <> '' limit 1").iterator().next();
        long delivery = row.getLong("delivery_id");
        int chunk = row.getInteger("chunk_no");
        byte[] clear = Deflated.of(new Sealed(sealing).payload(row, delivery, chunk));
        registry.rows(
                """
                update chunk set payload = '\\x%s', payload_key = null
                where delivery_id = %d and chunk_no = %d returning chunk_no\
                """
                        .formatted(HexFormat.of().formatHex(clear), delivery, chunk));
        assertThat(isAnyInClear(registry)).isTrue();
    }

    private static boolean isAnyInClear(LawRegistry registry) {
        return new PayloadsInClear(registry.pool()).areThere().await().atMost(PATIENCE);
    }

    /// Ends after the second batch, as a crash would.
    private Rotating stopped(LawRegistry registry) throws IOException {
        RotatedKeys keys = new RotatedKeys(folder, "aes-256-gcm");
        Rotating rotating = keys.prepared();
        int[] batches = {0};
        try (Resealing resealing =
                resealing(
                        registry,
                        rotating,
                        (_, _) -> {
                            if (++batches[0] == 2) throw new UnsupportedOperationException("crash");
                        })) {
            resealing.register();
            keys.swap();
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> resealing.finish(rotating.old()));
        }
        return rotating;
    }

    /// A process that has both keys, and seals with the old one still.
    private Rotating late(byte[] old) throws IOException {
        String current = Files.readString(folder.resolve("id.key")).strip();
        return new RotatedKeys(folder, "aes-256-gcm")
                .given(Base64.getEncoder().encodeToString(old), current);
    }

    /// Whoever has the new key and not the old one.
    private Rotating alone(byte[] current) {
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        return new RotatedKeys(folder, "aes-256-gcm")
                .given(Base64.getEncoder().encodeToString(current), other);
    }

    /// As another process begins it again.
    private byte[] finished(LawRegistry registry) throws IOException {
        RotatedKeys keys = new RotatedKeys(folder, "sm4-gcm");
        Rotating rotating = keys.prepared();
        try (Resealing resealing = resealing(registry, rotating, (_, _) -> {})) {
            resealing.register();
            keys.swap();
            assertThat(resealing.finish(rotating.old())).isTrue();
        }
        Path kept = keys.retire(folder, rotating.old());
        assertThat(kept).exists();
        return Base64.getDecoder().decode(Files.readString(folder.resolve("id.key")).strip());
    }

    private static Resealing resealing(
            LawRegistry registry, Rotating rotating, Resealing.ResealingListener listener) {
        return new Resealing(
                registry.access(),
                new Resealing.Anew(rotating.sealing(), rotating.ids()),
                BATCH,
                listener);
    }

    private static void everythingOpens(LawRegistry registry, Sealing sealing, IdProtection ids)
            throws SQLException {
        Sealed sealed = new Sealed(sealing);
        List<String> others =
                registry.rows(
                        """
                        select 'chunk' from chunk where payload <> '' and payload_key <> %1$d
                        union all select 'delivery' from delivery where head_key <> %1$d
                        union all select 'teacher' from teacher where id_key <> %1$d
                        union all select 'key' from sealing_key where id <> %1$d\
                        """
                                .formatted(sealing.key()));
        assertThat(others).isEmpty();
        for (Row row : all(registry, "select * from chunk where payload <> ''")) {
            assertThat(sealed.payload(row, row.getLong("delivery_id"), row.getInteger("chunk_no")))
                    .isNotEmpty();
        }
        for (Row row : all(registry, "select * from delivery")) {
            assertThat(sealed.sha256(row)).hasSize(64);
            assertThat(sealed.head(row)).isNotNull();
        }
        for (Row row : all(registry, "select * from teacher where id_cipher is not null")) {
            IdDocument.Type type = IdDocument.Type.of(row.getShort("id_type"));
            IdDocument document = ids.open(type, row.getBuffer("id_cipher").getBytes());
            assertThat(ids.lookup(document)).isNotNull();
        }
    }

    private static Iterable<Row> all(LawRegistry registry, String query) {
        return registry.pool().query(query).execute().await().atMost(PATIENCE);
    }
}
