package io.credithub.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.app.route.CheckedFeeds;
import io.credithub.app.route.RouteBeans;
import io.credithub.app.start.CheckedConfiguration;
import io.credithub.app.start.HubEnvironment;
import io.credithub.flow.feed.FeedProblem;
import io.credithub.flow.result.Unavailable;
import io.credithub.mapping.feed.FeedFiles;
import io.credithub.source.drop.DropFiles;
import io.credithub.source.drop.HubFolders;
import io.credithub.source.poll.FeedFailures;
import io.credithub.source.poll.RouteLanding;
import io.credithub.source.pull.Pull;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// A project in which one thing is wrong, and what the check says about it.
final class CheckCommandTest {
    private static final Path PROJECT = Path.of("");

    /// What a library says: four words of English on end.
    private static final String ENGLISH = "[a-z]+ [a-z]+ [a-z]+ [a-z]+";

    private static final String FEED = "mappings/national-platform/";

    private final StringWriter out = new StringWriter();
    @TempDir private Path project = PROJECT;

    @Test
    void theProjectItselfIsWell() {
        assertThat(check(PROJECT.toAbsolutePath())).as(out.toString()).isZero();
        assertThat(out.toString())
                .hasLineCount(9)
                .contains(
                        "政策 policies 12(LAW 4, SECONDARY 8)",
                        "比对 matching shanxi-2017(",
                        "区划 divisions 133 · ");
    }

    @Test
    void aTableTellsWhoMayReportWhat() throws IOException {
        copyProject();
        String may = "may:\n  forms: [ONLINE]\n  organisers: [某师范大学]\nprogrammes: registered\n";
        Path feed = project.resolve("mappings/vendor-push/feed.yaml");
        String text = Files.readString(feed);
        Files.writeString(feed, text.substring(0, text.indexOf("may:")) + may);
        assertThat(check(project)).as(out.toString()).isZero();
        assertThat(out.toString().lines().toList())
                .first()
                .asString()
                .matches("来源 +层次 +形式 +成果类别 +角色 +举办单位 +核定学分 +项目");
        assertThat(out.toString().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .contains(
                        "feed | levels | forms | categories | roles | organisers | decides |"
                                + " programmes",
                        "county-recognition | 任意 any | SELF_DIRECTED | 任意 any | PARTICIPANT | 任意"
                                + " any | 任意 any | 任意 any",
                        "vendor-push | 任意 any | ONLINE | 无 none | 任意 any | 某师范大学 | 无 none |"
                                + " 项目库内 registered");
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    mappings/national-platform/feed.yaml | PULL | PUL | feed.yaml | line 4
                    mappings/national-platform/feed.yaml | zone: | zoned: | feed.yaml | zone
                    mappings/national-platform/feed.yaml | PT10M | ten | feed.yaml | overlap
                    mappings/national-platform/feed.yaml | levels: [NATIONAL, | levels: [NATION, | feed.yaml | /may/levels/0
                    mappings/county-recognition/feed.yaml | decides: any | decides: [DEGREES] | feed.yaml | no policy names the category DEGREES
                    mappings/county-recognition/feed.yaml | forms: [SELF_DIRECTED] | forms: [ONLINE] | feed.yaml | /may/decides
                    mappings/county-recognition/feed.yaml | programmes: any | programmes: all | feed.yaml | /programmes
                    mappings/national-platform/mapping.yaml | recordId: .id | recordId: (.id | mapping.yaml | recordId
                    mappings/national-platform/mapping.yaml | recordId: .id | recordNo: .id | mapping.yaml | recordNo
                    mappings/national-platform/mapping.yaml | code("level" | code("lvl" | mapping.yaml | codes/lvl.csv
                    mappings/national-platform/codes/grade.csv | EXCELLENT | TOP | codes/grade.csv | TOP
                    mappings/national-platform/codes/grade.csv | 2,EXCELLENT | 2,GOOD | examples/results.yaml | /0
                    mappings/national-platform/examples/results.yaml | given: | gven: | examples/results.yaml | given
                    mappings/policies/shanxi-2017.yaml | title: | titel: | shanxi-2017.yaml | titel
                    mappings/policies/shanxi-2017/examples/awards.yaml | "8.00" | "8.01" | examples/awards.yaml | 8.01
                    mappings/policies/shanxi-2017/examples/standing.yaml | cut: "7.00" | cut: "7.01" | examples/standing.yaml | cut: 7.01 ≠ 7.00
                    mappings/policies/shanxi-2017/examples/standing.yaml | asOf: | asof: | examples/standing.yaml | asof
                    mappings/divisions/shanxi.csv | 140105,小店区 | 140106,小店区 | mappings/divisions/shanxi.csv line 5 | The code 140106 is there already: mappings/divisions/shanxi.csv line 4
                    mappings/divisions/shanxi-changes.csv | 140215,云州区 | 140216,云州区 | mappings/divisions/shanxi-changes.csv line 5 | The successor 140216 is in no file
                    routes/pull-pages.camel.yaml | bean:pull?method=ask | bean:pull?method=beg | routes/pull-pages.camel.yaml | no method beg
                    routes/pull-pages.camel.yaml | bean:pull?method=ask | bean:poll?method=ask | routes/pull-pages.camel.yaml | no bean poll
                    routes/pull-pages.camel.yaml | timer:{{feed}} | tmer:x | routes/national-platform.camel.yaml | tmer
                    routes/pull-pages.camel.yaml | setBody: | setBdy: | routes/pull-pages.camel.yaml | line
                    routes/vendor-push.camel.yaml | routeId: vendor-push | routeId: vendor | routes/vendor-push.camel.yaml | vendor-push
                    routes/national-platform.camel.yaml | next: /data/next | nxt: /data/next | routes/national-platform.camel.yaml | "next" is missing
                    routes/national-platform.camel.yaml | watermark: /data/watermark | watermark: data | routes/national-platform.camel.yaml | data
                    routes/national-platform.camel.yaml | zone: Asia/Shanghai | zone: Asia/Shangai | routes/national-platform.camel.yaml | Shangai
                    routes/national-platform.camel.yaml | timeFormat: uuuu-MM-dd | timeForm: uuuu-MM-dd | routes/national-platform.camel.yaml | timeForm
                    routes/national-platform.camel.yaml | name: paging | name: pagign | routes/national-platform.camel.yaml | no parameter pagign
                    routes/national-platform.camel.yaml | routeTemplateRef: pull-pages | routeTemplateRef: pull | routes/national-platform.camel.yaml | no route template pull
                    routes/national-platform.camel.yaml | {{hub.source.national-platform.url}} | {{hub.national-platform.url}} | routes/national-platform.camel.yaml | hub.national-platform.url
                    routes/on-failure.camel.yaml | io.credithub.flow.result.LeaseLost | io.credithub.flow.result.LeaseList | routes/on-failure.camel.yaml line 14 | no class io.credithub.flow.result.LeaseList
                    routes/on-failure.camel.yaml | bean:outage?method=leave | bean:outage?method=go | routes/on-failure.camel.yaml | no method go
                    """)
    void oneMistakeIsNamedWithItsPlace(
            String file, String right, String wrong, String inFile, String told)
            throws IOException {
        copyProject();
        Path path = project.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(right);
        Files.writeString(path, text.replaceFirst(Pattern.quote(right), wrong));
        assertThat(check(project)).isEqualTo(1);
        assertThat(out.toString()).contains(inFile).contains(told).contains("fix:");
        assertThat(check(project, "--json")).isEqualTo(1);
        String json = out.toString().substring(out.toString().lastIndexOf("{\"problems\""));
        for (JsonNode problem : new ObjectMapper().readTree(json).path("problems")) {
            if (problem.path("file").asText().contains("/examples/")) continue; // their own words
            String zh = problem.at("/message/zh").asText();
            assertThat(zh)
                    .as("Chinese")
                    .matches("(?s).*\\p{IsHan}.*")
                    .doesNotContainPattern(ENGLISH);
        }
    }

    @Test
    void aLayeredPolicyIsCheckedWithWhatLiesUnderIt() throws IOException {
        copyProject();
        Path policies = project.resolve("mappings/policies");
        String layer = "id: datong\nextends: shanxi-2017\ndivision: \"140200\"\n";
        Files.writeString(policies.resolve("datong.yaml"), layer + "rounding: {places: 1}\n");
        assertThat(check(project)).as(out.toString()).isZero();
        Files.writeString(policies.resolve("datong.yaml"), layer + "rounding: {places: 7}\n");
        assertThat(check(project)).isEqualTo(1);
        assertThat(out.toString()).contains("mappings/policies/datong.yaml /rounding/places");
    }

    @Test
    void machinesGetTheProblemsAndWhoMayReportWhat() throws IOException {
        copyProject();
        Files.delete(project.resolve(FEED + "mapping.yaml"));
        assertThat(check(project, "--json")).isEqualTo(1);
        JsonNode told = new ObjectMapper().readTree(out.toString());
        JsonNode problems = told.path("problems");
        assertThat(problems).isNotEmpty();
        assertThat(problems.get(0).path("file").asText()).isEqualTo(FEED + "mapping.yaml");
        assertThat(problems.get(0).at("/fix/zh").asText()).isNotEmpty();
        JsonNode vendor = feed(told, "vendor-push");
        assertThat(vendor.at("/precedence/SCHOOL").asInt()).isEqualTo(1);
        assertThat(vendor.at("/may/levels").toString()).contains("NATIONAL").contains("SCHOOL");
        assertThat(vendor.at("/may/categories").isNull()).as("any").isTrue();
        assertThat(vendor.at("/may/decides")).as("none").isEmpty();
        assertThat(vendor.at("/may/registeredOnly").asBoolean()).isFalse();
    }

    private static JsonNode feed(JsonNode told, String code) {
        for (JsonNode feed : told.path("feeds")) {
            if (feed.path("feed").asText().equals(code)) return feed;
        }
        throw new AssertionError(code + " in " + told);
    }

    @Test
    void everyBeanThatARouteMayCallExists() {
        Map<String, Class<?>> beans =
                Map.of(
                        "landing", RouteLanding.class,
                        "pull", Pull.class,
                        "drop", DropFiles.class,
                        "outage", FeedFailures.class);
        assertThat(beans.keySet()).isEqualTo(RouteBeans.METHODS.keySet());
        beans.forEach((bean, type) -> {
            List<String> real = Arrays.stream(type.getMethods()).map(Method::getName).toList();
            assertThat(real)
                    .as(bean)
                    .containsAll(RouteBeans.METHODS.getOrDefault(bean, Set.of("?")));
        });
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "HUB_SOURCE_PROVINCE_PLATFORM_FOLDER, /no/such/folder, hub.source.province-platform.folder",
        "HUB_SOURCE_NATIONAL_PLATFORM_URL, ftp://host/, hub.source.national-platform.url",
        "HUB_SOURCE_NATIONAL_PLATFORM_INTERVAL, soon, HUB-4407",
        "HUB_SOURCE_NOWHERE_URL, http://host/, hub.source.nowhere",
        "HUB_WORK_POLICY, utopia, utopia",
        "HUB_WORK_MATCHING, utopia, utopia"
    })
    void whatTheStartWouldRefuseOfTheEnvironmentIsRefused(String name, String value, String told)
            throws IOException {
        copyProject();
        assertThat(checkIn(Map.of(name, value), project)).isEqualTo(1);
        assertThat(out.toString()).contains(told).contains("fix:");
    }

    @Test
    void aRouteThatIsCopiedToTheLetterIsNamed() throws IOException {
        copyProject();
        copyFeed("province-platform", "city-platform");
        String first = Files.readString(project.resolve("routes/province-platform.camel.yaml"));
        Files.writeString(
                project.resolve("routes/city-platform.camel.yaml"),
                first.replace("routeId: province-platform", "routeId: city-platform"));
        assertThat(check(project)).isEqualTo(1);
        assertThat(out.toString())
                .contains("routes/city-platform.camel.yaml line 7")
                .contains("hub.source.province-platform")
                .doesNotContain("routes/province-platform.camel.yaml");
    }

    @ParameterizedTest(name = "{0}: {2} instead of {1}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    province-platform | routeId: province-platform | routeId: nowhere | HUB-4413
                    province-platform | {{hub.source.province-platform.folder:no-drop-folder}} | {{not.there}} | HUB-4412
                    province-platform | name: folder | name: floder | HUB-4412
                    province-platform | routeTemplateRef: drop-folder | routeTemplateRef: drop | HUB-4412
                    drop-folder | routeConfigurationId: retry-then-park | routeConfigurationId: retry | HUB-4412
                    drop-folder | uri: file | uri: timer:x | HUB-4412
                    drop-folder | pollStrategy: "#drop-polls" | pollStrategy: "#polls" | HUB-4412
                    """)
    void aBrokenRouteKeepsItsOwnFeedFromRunningOnly(
            String file, String right, String wrong, String code) throws Exception {
        copyProject();
        Path route = project.resolve("routes/" + file + ".camel.yaml");
        String text = Files.readString(route);
        assertThat(text).contains(right);
        Files.writeString(route, text.replace(right, wrong));
        CheckedFeeds checked = checked();
        assertThat(checked.found()).extracting(FeedProblem::code).contains(code);
        assertThat(checked.of("province-platform")).isPresent();
        assertThat(checked.of("national-platform")).isEmpty();
        assertThat(checked.routes()).hasSizeBetween(6, 7);
    }

    @Test
    void aRouteWithoutAFolderIsNamed() throws Exception {
        copyProject();
        String push = Files.readString(project.resolve("routes/vendor-push.camel.yaml"));
        Path orphan = project.resolve("routes/orphan.camel.yaml");
        Files.writeString(orphan, push.replace("vendor-push", "orphan"));
        assertThat(checked().all())
                .extracting(FeedProblem::feed, FeedProblem::code)
                .containsExactly(tuple("orphan", "HUB-4414"));
    }

    @Test
    void brokenFoldersKeepTheirOwnFeedsFromRunningOnly() throws Exception {
        copyProject();
        Files.writeString(project.resolve(FEED + "mapping.yaml"), "recordId: (.id");
        Files.write(
                project.resolve("mappings/vendor-push/feed.yaml"), new byte[] {(byte) 0xB0, 10});
        CheckedFeeds checked = checked();
        assertThat(checked.all())
                .extracting(FeedProblem::feed, FeedProblem::code)
                .containsExactly(
                        tuple("national-platform", "HUB-4411"), tuple("vendor-push", "HUB-4411"));
        assertThat(checked.all())
                .extracting(problem -> problem.problem().toString())
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("\\R"))
                .first()
                .asString()
                .contains(" | ");
        assertThat(checked.routes()).hasSize(6);
        FeedFiles feeds = new FeedFiles(project.resolve("mappings"));
        assertThat(feeds.stated("national-platform")).as("its place among the others").isPresent();
        assertThatThrownBy(() -> feeds.of("national-platform")).isInstanceOf(Unavailable.class);
    }

    private CheckedFeeds checked() throws Exception {
        FeedFiles feeds = new FeedFiles(project.resolve("mappings"));
        CheckedConfiguration config =
                CheckedConfiguration.of(new HubEnvironment(Map.of(), project, project));
        return new CheckedFeeds(
                new CheckedFeeds.FeedCheck(
                        feeds,
                        feeds.broken(),
                        new HubFolders(
                                project.resolve("home"),
                                project.resolve("routes"),
                                project.resolve("mappings")),
                        config.sources(),
                        config::property));
    }

    private void copyFeed(String from, String to) throws IOException {
        try (Stream<Path> all = Files.walk(project.resolve("mappings").resolve(from))) {
            for (Path one : all.toList()) {
                Path copy = Path.of(one.toString().replace(from, to));
                if (Files.isDirectory(one)) Files.createDirectories(copy);
                else Files.copy(one, copy);
            }
        }
    }

    private int check(Path folder, String... options) {
        return checkIn(Map.of(), folder, options);
    }

    private int checkIn(Map<String, String> environment, Path folder, String... options) {
        return new CommandLine(new CheckCommand(new HubEnvironment(environment, folder, folder)))
                .setOut(new PrintWriter(out, true))
                .execute(options);
    }

    private void copyProject() throws IOException {
        for (String folder : List.of("routes", "mappings")) {
            try (Stream<Path> all = Files.walk(PROJECT.resolve(folder))) {
                for (Path from : all.toList()) {
                    Path to = project.resolve(from.toString());
                    if (Files.isDirectory(from)) Files.createDirectories(to);
                    else Files.copy(from, to);
                }
            }
        }
    }
}
