package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.demo.Province;
import io.credithub.demo.ProvinceFiles;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.processing.Mapped;
import io.credithub.flow.processing.Mapping.Mapper;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading;
import io.credithub.mapping.feed.FeedFiles;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.reading.ChunkReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The made-up province, read by the real mappings: 300 teachers, seed 21.
class ProvinceMeetsMappingsTest {
    private static final int CHUNK_RECORDS = 1_000;
    private final Reading reading = new ChunkReading();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<String> surprises = new ArrayList<>();
    private final Policy policy = policy();
    private FeedFiles feeds;

    @TempDir private Path folder = Path.of(".");

    @BeforeEach
    void loadMappings() throws IOException {
        feeds = new FeedFiles(Path.of("mappings"));
    }

    @Test
    void exactlyTheFaultyRecordsAreRefusedEachForItsReason() throws IOException {
        ProvinceFiles files =
                new Province(new ProvinceSettings(300, 21, ProvinceSettings.TODAY))
                        .writeTo(folder, Province.ProvinceProgress.silent());
        read("national-platform", Content.of(page(files.national())));
        for (Path file : found(files.provinceDrop(), ".csv")) {
            read("province-platform", Content.of(file));
        }
        for (Path file : found(files.vendor(), ".ndjson")) read("vendor-push", Content.of(file));

        Map<String, Integer> expected = new TreeMap<>();
        for (String line : Files.readAllLines(files.findingKey())) {
            String[] cells = line.split(",", -1);
            if (cells[1].equals("code")) continue;
            expected.merge(cells[0] + " " + cells[1], Integer.valueOf(cells[3]), Integer::sum);
        }
        assertThat(surprises).isEmpty();
        assertThat(refused).isEqualTo(expected);
    }

    private void read(String code, Content content) throws IOException {
        FeedDefinition feed = feeds.find(code).orElseThrow();
        Mapper mapper = feeds.of(code);
        String charset = feed.format().charset();
        try (Reading.Cuts cuts = reading.cut(feed.format(), charset, content, CHUNK_RECORDS)) {
            Reading.Source source = new Reading.Source(feed.format(), cuts.charset(), cuts.head());
            for (Reading.Slice slice = cuts.next(); slice != null; slice = cuts.next()) {
                for (RawRecord raw : reading.read(source, slice)) judge(code, mapper, raw);
            }
        }
    }

    private void judge(String feed, Mapper mapper, RawRecord raw) {
        switch (mapper.map(raw, ProvinceSettings.TODAY)) {
            case Mapped.Unmappable no -> {
                List<String> codes = no.findings().stream().map(f -> f.code().code()).toList();
                refused.merge(feed + " " + codes.getFirst(), 1, Integer::sum);
                if (codes.size() > 1) surprises.add(feed + " " + no.findings());
            }
            case Mapped.MappedRecord yes -> {
                List<Finding> remarks = yes.findings();
                if (!remarks.isEmpty()) surprises.add(feed + " remarks " + remarks);
                if (yes.completion() instanceof Completed completed
                        && policy.judge(completed.facts()) instanceof Judgement.Unjudged none) {
                    surprises.add(feed + " unjudged " + none);
                }
            }
        }
    }

    private static byte[] page(Path ndjson) throws IOException {
        String items = String.join(",", Files.readAllLines(ndjson));
        return ("{\"code\":0,\"data\":{\"items\":[" + items + "]}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<Path> found(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .filter(file -> !file.toString().contains("-again"))
                    .toList();
        }
    }

    private static Policy policy() {
        return Objects.requireNonNull(
                        PolicyFiles.ofProject(Path.of(".")).policies().get("shanxi-2017"))
                .policy();
    }
}
