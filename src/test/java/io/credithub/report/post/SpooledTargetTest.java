package io.credithub.report.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.subscription.DispatchTarget.TargetKind;
import io.credithub.flow.subscription.Parcel;
import io.credithub.flow.subscription.ReportDispatch.SendReceipt;
import io.credithub.flow.subscription.SendFailure;
import io.credithub.flow.subscription.TargetTerms;
import io.credithub.report.post.SpooledTarget.SpoolParts;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report on its way from where it is kept to whoever carries it.
final class SpooledTargetTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final String CONTENT = "编号,数量\r\n1,41\r\n";

    @TempDir Path folder;
    private SampleParcel sample;
    private final List<Path> spooled = new ArrayList<>();

    @BeforeEach
    void aReport() throws IOException {
        sample = SampleParcel.of(folder, CONTENT);
    }

    private SendReceipt sent(
            Courier courier, Duration most, IntFunction<Uni<Optional<byte[]>>> of) {
        TargetTerms terms =
                new TargetTerms(
                        TargetKind.FOLDER,
                        List.of(new Jurisdiction("140000")),
                        Set.of(),
                        false,
                        Set.of());
        SpoolParts parts = new SpoolParts(Runnable::run, most, () -> NOW);
        return new SpooledTarget("there", terms, courier, parts)
                .send(sample.parcel(), of)
                .await()
                .atMost(PATIENCE);
    }

    private static IntFunction<Uni<Optional<byte[]>>> pieces(String... all) {
        return no ->
                Uni.createFrom()
                        .item(
                                no < all.length
                                        ? Optional.of(all[no].getBytes(UTF_8))
                                        : Optional.empty());
    }

    private Uni<String> carry(Parcel parcel, Path file) {
        spooled.add(file);
        try {
            assertThat(file).hasContent(CONTENT);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
        return Uni.createFrom().item("renamed " + parcel.dispatch());
    }

    @Test
    void itLiesWholeForTheHubAloneWhileItIsCarriedAndIsGoneAfterwards() {
        SendReceipt receipt =
                sent(this::carry, PATIENCE, pieces(CONTENT.substring(0, 5), CONTENT.substring(5)));
        assertThat(receipt)
                .isEqualTo(
                        new SendReceipt(
                                "folder there",
                                NOW,
                                CONTENT.getBytes(UTF_8).length,
                                SampleParcel.sha256(CONTENT.getBytes(UTF_8)),
                                "renamed 17"));
        assertThat(spooled).singleElement().satisfies(file -> assertThat(file).doesNotExist());
    }

    @Test
    void whatIsNotWhatWasMadeIsCarriedByNobody() {
        for (String other : List.of(CONTENT.replace("41", "42"), CONTENT + "\r\n", "")) {
            SendFailure failure = failure(this::carry, PATIENCE, pieces(other));
            assertThat(failure.told()).contains("SHA-256");
        }
        assertThat(spooled).isEmpty();
    }

    private SendFailure failure(
            Courier courier, Duration most, IntFunction<Uni<Optional<byte[]>>> pieces) {
        return catchThrowableOfType(SendFailure.class, () -> sent(courier, most, pieces));
    }

    /// Whoever has taken it has it for so long and no longer.
    @Test
    void whatTakesTooLongIsLeftWhereverItIs() {
        Duration most = Duration.ofMillis(300);
        SendFailure read = failure(this::carry, most, _ -> Uni.createFrom().nothing());
        assertThat(read.isPassing()).isTrue();
        assertThat(spooled).isEmpty();
        Courier hanging = (_, _) -> Uni.createFrom().nothing();
        SendFailure carried = failure(hanging, most, pieces(CONTENT));
        assertThat(carried.isPassing()).isTrue();
        assertThat(carried.told()).isEqualTo(read.told());
    }
}
