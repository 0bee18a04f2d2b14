package io.credithub.demo.source;

import io.credithub.demo.model.Sink;
import io.credithub.demo.model.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The vendor's pushes: NDJSON files of bounded size, the first versions first and everything that
/// comes later behind them; some batches are pushed once more, byte for byte. What comes long after
/// has a folder of its own.
public final class VendorBatches implements Sink {
    private static final int AGAIN_EVERY = 40;
    private static final int LAST_WAVE = 2;
    private final Path longAfterFolder;
    private final int recordsMax;
    private final List<String> later = new ArrayList<>();
    private final List<String> longAfter = new ArrayList<>();
    private Path folder;
    private final StringBuilder batch = new StringBuilder();
    private int records;
    private int batches;

    /// @param longAfter the folder of what comes months later
    /// @param recordsMax of one batch, at least 1
    public VendorBatches(Path folder, Path longAfter, int recordsMax) {
        this.folder = folder;
        longAfterFolder = longAfter;
        this.recordsMax = recordsMax;
    }

    @Override
    public void add(Wording words) throws IOException {
        StringBuilder line = new StringBuilder(600);
        VendorFormat.append(line, words);
        String text = line.append('\n').toString();
        int wave = words.sighting().wave();
        if (wave == 0) write(text);
        else if (wave > LAST_WAVE) longAfter.add(text);
        else later.add(text);
        if (words.sighting().isRepeated()) later.add(text);
    }

    private void write(String line) throws IOException {
        batch.append(line);
        records++;
        if (records == recordsMax) flush();
    }

    private void flush() throws IOException {
        if (records == 0) return;
        String number = Integer.toString(100_000 + batches).substring(1);
        Files.writeString(folder.resolve("batch-" + number + ".ndjson"), batch);
        if (batches % AGAIN_EVERY == 0) {
            Files.writeString(folder.resolve("batch-" + number + "-again.ndjson"), batch);
        }
        batches++;
        records = 0;
        batch.setLength(0);
    }

    @Override
    public void close() throws IOException {
        for (String line : later) write(line);
        flush();
        folder = longAfterFolder;
        for (String line : longAfter) write(line);
        flush();
    }
}
