package io.credithub.mapping.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.flow.explain.CodeLookup;
import io.credithub.flow.reading.RawRecord;
import io.credithub.mapping.example.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What a mapping is heard to look up is what it does look up.
final class CodedFieldsTest {
    private static final Path MAPPINGS = Path.of("mappings");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FeedFiles feeds;

    CodedFieldsTest() throws IOException {
        feeds = new FeedFiles(MAPPINGS);
    }

    @Test
    void eachCodeIsToldWithItsTableAndField() throws IOException {
        ObjectNode record = JSON.createObjectNode();
        record.put("培训形式", "混合").put("考核等级", " 良 ").put("主题", "师德;心理健康");
        record.put("培训层次", "星际").put("证件类型", "居民身份证");
        assertThat(feeds.lookups("province-platform", RawRecord.of(0, record)))
                .containsExactly(
                        new CodeLookup("/form", "form.csv", "混合", "BLENDED"),
                        new CodeLookup("/grade", "grade.csv", "良", "GOOD"),
                        new CodeLookup("/level", "level.csv", "星际", null),
                        new CodeLookup("/teacher/idType", "idType.csv", "居民身份证", "RESIDENT"),
                        new CodeLookup("/themes", "theme.csv", "师德", "ETHICS"),
                        new CodeLookup("/themes", "theme.csv", "心理健康", "PSYCHOLOGY"));
    }

    @Test
    void aFeedThatWritesCanonicalCodesLooksNothingUp() throws IOException {
        JsonNode record = JSON.readTree("{\"form\":\"ONLINE\",\"level\":\"CITY\"}");
        assertThat(feeds.lookups("vendor-push", RawRecord.of(0, record))).isEmpty();
    }

    /// Over every worked case of every feed: a code that was found stands in the canonical record,
    /// and every code that stands there behind a table was heard.
    @Test
    void whatIsHeardStandsInTheCanonicalRecord() throws IOException {
        int heard = 0;
        for (String feed : List.of("province-platform", "national-platform")) {
            for (Example example : examples(feed)) {
                RawRecord raw = RawRecord.of(0, example.given());
                JsonNode canonical = feeds.canonical(feed, raw);
                for (CodeLookup lookup : feeds.lookups(feed, raw)) {
                    JsonNode there = canonical.at(lookup.field());
                    if (lookup.canonical() != null)
                        assertThat(texts(there)).contains(lookup.canonical());
                    heard++;
                }
                List<String> fields =
                        feeds.lookups(feed, raw).stream().map(CodeLookup::field).toList();
                for (String field : List.of("/form", "/level", "/grade", "/teacher/idType")) {
                    assertThat(fields.contains(field) || canonical.at(field).isMissingNode())
                            .as("%s of %s", field, example.what())
                            .isTrue();
                }
            }
        }
        assertThat(heard).isGreaterThan(20);
    }

    private static List<String> texts(JsonNode node) {
        if (!node.isArray()) return List.of(node.asText());
        return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<Example> examples(String feed) throws IOException {
        try (Stream<Path> files = Files.list(MAPPINGS.resolve(feed).resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(CodedFieldsTest::read)
                    .toList();
        }
    }

    private static Stream<Example> read(Path file) {
        try {
            List<Example> examples =
                    FeedFile.READER
                            .forType(new TypeReference<List<Example>>() {})
                            .readValue(Files.readString(file));
            return examples.stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
