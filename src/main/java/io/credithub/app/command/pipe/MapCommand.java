package io.credithub.app.command.pipe;

import io.credithub.app.start.HubEnvironment;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FileProblem;
import io.credithub.flow.processing.Mapping.Mapper;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading.Cuts;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import io.credithub.mapping.feed.FeedFiles;
import io.credithub.reading.ChunkReading;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A file through a feed's reading and mapping: no server, no database, nothing stored.
@Command(
        name = "map",
        description = {
            "Shows what a feed's reading and mapping make of a file; nothing is " + "stored.",
            "For each record it writes one line: the canonical completion, ready for "
                    + "`hub convert`, or what is wrong with it. Order is kept. A completion is "
                    + "the whole record: ID numbers are in it.",
            "Status 0: every record was understood; 1: some record has findings; 2: "
                    + "the call is wrong; 141: nobody reads the output any more."
        })
public final class MapCommand implements Callable<Integer> {
    private static final int CHUNK_RECORDS = 1_000;

    private final OutputStream out;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--feed",
            paramLabel = "F",
            required = true,
            description = "The feed: a folder under mappings, as province-platform.")
    private String feed = "";

    @Option(
            names = "--charset",
            paramLabel = "CHARSET",
            description = "The charset of the file, as UTF-8 or GB18030 (default: found out).")
    private @Nullable String charset;

    @Mixin private LineOptions options = new LineOptions();

    @Parameters(
            paramLabel = "FILE",
            description = "What the feed delivered: a page, a file, a body.")
    private Path file = Path.of("");

    MapCommand() {
        this(LineOptions.standardOutput());
    }

    MapCommand(OutputStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        FeedFiles feeds =
                new FeedFiles(HubEnvironment.ofThisProcess().project().resolve("mappings"));
        Optional<FeedDefinition> known = feeds.find(feed);
        if (known.isEmpty()) {
            for (FileProblem problem : feeds.problems()) err.println(problem);
            String names =
                    feeds.all().stream()
                            .map(FeedDefinition::code)
                            .collect(Collectors.joining(", "));
            err.printf("没有来源“%s”。no feed “%s”; known: %s%n", feed, feed, names);
            return LineOptions.WRONG_CALL;
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            err.printf("读不到文件。no file that can be read: %s%n", file);
            return LineOptions.WRONG_CALL;
        }
        MappedLines lines = new MappedLines(out);
        map(known.get(), feeds, lines);
        return LineOptions.status(lines.anyFindings());
    }

    private void map(FeedDefinition definition, FeedFiles feeds, MappedLines lines)
            throws IOException {
        Mapper mapper = feeds.of(feed);
        LocalDate today = options.today(feeds.zone(feed));
        ChunkReading reading = new ChunkReading();
        FeedDefinition.Format format = definition.format();
        try (Cuts cuts = reading.cut(format, charset, Content.of(file), CHUNK_RECORDS)) {
            Source source = new Source(format, cuts.charset(), cuts.head());
            for (Slice slice = cuts.next(); slice != null; slice = cuts.next()) {
                for (RawRecord raw : reading.read(source, slice)) {
                    lines.write(raw.position(), mapper.map(raw, today));
                }
            }
        }
        lines.finish();
    }
}
