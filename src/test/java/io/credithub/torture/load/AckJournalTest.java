package io.credithub.torture.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AckJournalTest {
    private static final RecordMaker MAKER = new RecordMaker(7, "V", 20, true);
    private static final Ack ONE = new Ack("vendor-push", "ab12", MAKER.batch(0));
    private static final Ack OTHER = new Ack("national-platform", "", MAKER.batch(1));

    @Test
    void whatWasAcknowledgedIsReadBack(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("journal");
        try (AckJournal journal = new AckJournal(file)) {
            journal.append(ONE);
            journal.append(OTHER);
            assertThat(journal.records()).isEqualTo(40);
        }
        assertThat(AckJournal.read(file)).containsExactly(ONE, OTHER);
    }

    @Test
    void anEntryThatWasCutOffWasNeverCounted(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("journal");
        try (AckJournal journal = new AckJournal(file)) {
            journal.append(ONE);
            journal.append(OTHER);
        }
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));
        assertThat(AckJournal.read(file)).containsExactly(ONE);
    }
}
