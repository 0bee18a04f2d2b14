package io.credithub.demo.source;

import io.credithub.demo.model.Sink;
import io.credithub.demo.model.Wording;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Everything that the national platform has, one JSON object a line, in no order that matters: the
/// simulated server orders it.
public final class NationalFile implements Sink {
    private final Writer out;
    private final StringBuilder line = new StringBuilder(800);

    public NationalFile(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
    }

    @Override
    public void add(Wording words) throws IOException {
        line.setLength(0);
        NationalFormat.append(line, words);
        line.append('\n');
        out.append(line);
        if (words.sighting().isRepeated()) out.append(line);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
