package io.credithub.mapping.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.reconcile.Authority;
import io.credithub.flow.feed.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a feed's file says of what the feed may report, and what is said of a mistake in it.
final class AuthorityFieldsTest {
    private static final String REST =
            """
            title: {zh: 某机构, en: Somebody}
            owner: 某机构
            kind: PUSH
            format: {syntax: JSON}
            precedence: {CITY: 1}
            overlap: PT0S
            zone: Asia/Shanghai
            """;

    @TempDir private Path mappings = Path.of("");

    @Test
    void whoSaysNothingMayReportAnythingAndDecideNothing() throws IOException {
        assertThat(read(""))
                .isEqualTo(
                        new Authority(
                                Set.of(Level.values()),
                                Set.of(Form.values()),
                                null,
                                Set.of(TrainingRole.values()),
                                null,
                                Set.of(),
                                false));
    }

    @Test
    void everythingThatCanBeSaidIsUnderstood() throws IOException {
        String may =
                """
                may:
                  levels: [CITY, COUNTY]
                  forms: [CENTRALISED, SELF_DIRECTED]
                  categories: [PAPER, BOOK]
                  roles: [PARTICIPANT, LECTURER]
                  organisers: [某 师范大学, Ｇ Academy]
                  decides: [PAPER]
                programmes: registered
                """;
        assertThat(read(may))
                .isEqualTo(
                        new Authority(
                                Set.of(Level.CITY, Level.COUNTY),
                                Set.of(Form.CENTRALISED, Form.SELF_DIRECTED),
                                Set.of("PAPER", "BOOK"),
                                Set.of(TrainingRole.PARTICIPANT, TrainingRole.LECTURER),
                                Set.of("某师范大学", "gacademy"),
                                Set.of("PAPER"),
                                true));
    }

    @ParameterizedTest(name = "{0} decides {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    may: {levels: [CITY]}     |
                    may: {decides: [PAPER]}   | PAPER
                    may: {decides: any}       | any
                    programmes: any           |
                    """)
    void creditsAreDecidedByWhoIsSaidTo(String may, @Nullable String decides) throws IOException {
        Authority authority = read(may);
        String told = authority.decides() == null ? "any" : String.join(" ", authority.decides());
        assertThat(told).isEqualTo(decides == null ? "" : decides);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    may: {levels: [TOWN]}                             | /may/levels/0      | TOWN is not known              | one of CITY, COUNTY, NATIONAL, PROVINCE, SCHOOL
                    may: {levels: [city]}                             | /may/levels/0      | city is not known              | one of CITY, COUNTY, NATIONAL, PROVINCE, SCHOOL
                    may: {levels: [CITY, CITY]}                       | /may/levels/1      | CITY occurs twice              | leave one of them out
                    may: {levels: []}                                 | /may/levels        | it is to be a list, not empty  | list what it may; leave the key out for any
                    may: {levels: CITY}                               | /may/levels        | it is to be a list, not empty  | list what it may; leave the key out for any
                    may: {levels: any}                                | /may/levels        | it is to be a list, not empty  | list what it may; leave the key out for any
                    may: {levels: }                                   | /may/levels        | it is to be a list, not empty  | list what it may; leave the key out for any
                    may: {forms: [MIXED]}                             | /may/forms/0       | MIXED is not known             | one of BLENDED, CENTRALISED, ONLINE, SCHOOL_BASED, SELF_DIRECTED
                    may: {roles: [PARTICIPANT, 7]}                    | /may/roles/1       | 7 is not known                 | one of LECTURER, MENTOR, ORGANISER, PARTICIPANT
                    may: {categories: ["  "]}                         | /may/categories/0  | "   is not known"              | write 1–64 characters
                    may: {organisers: [某校, 某 校]}                     | /may/organisers/1  | 某 校 occurs twice               | leave one of them out
                    may: {decides: []}                                | /may/decides       | it is to be a list, not empty  | list the categories, or write any; leave the key out for none
                    may: {forms: [ONLINE], decides: any}              | /may/decides       | results are self-directed, which forms leave out | add SELF_DIRECTED to forms, or drop it
                    may: {forms: [ONLINE], decides: [PAPER]}          | /may/decides       | results are self-directed, which forms leave out | add SELF_DIRECTED to forms, or drop it
                    may: {forms: [ONLINE], categories: [PAPER]}       | /may/categories    | results are self-directed, which forms leave out | add SELF_DIRECTED to forms, or drop it
                    may: {categories: [BOOK], decides: [BOOK, PAPER]} | /may/decides/1     | it may not report PAPER        | add it to categories, or drop it here
                    may: {level: [CITY]}                              | /may/level         | there is no key level          | one of categories, decides, forms, levels, organisers, roles
                    may: {}                                           | /may               | it says nothing                | say what it may report, or leave the key out
                    may: any                                          | /may               | it says nothing                | say what it may report, or leave the key out
                    may:                                              | /may               | it says nothing                | say what it may report, or leave the key out
                    programmes: known                                 | /programmes        | known is not known             | write registered (only what is in the register) or any
                    programmes: [any]                                 | /programmes        | ["any"] is not known           | write registered (only what is in the register) or any
                    """)
    void aMistakeIsToldWithItsPlaceAndAFix(String may, String path, String what, String fix)
            throws IOException {
        FeedFiles feeds = files(may);
        assertThat(feeds.problems())
                .extracting(
                        FileProblem::file,
                        FileProblem::path,
                        problem -> problem.message().en(),
                        problem -> problem.fix().en())
                .containsExactly(tuple("mappings/somebody/feed.yaml", path, unquoted(what), fix));
        assertThat(feeds.all()).isEmpty();
        assertThat(feeds.problems().getFirst().message().zh()).containsPattern("\\p{IsHan}");
    }

    @Test
    void everyMistakeIsToldAtOnce() throws IOException {
        assertThat(files("may: {levels: [TOWN], roles: []}\nprogrammes: some").problems())
                .extracting(FileProblem::path)
                .containsExactlyInAnyOrder("/may/levels/0", "/may/roles", "/programmes");
    }

    /// Its place among the others stays, and nothing that is held is released by a mistake.
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    somebody           | may: {levels: [TOWN], decides: any} | false
                    somebody           | kind: twice                         | false
                    county-recognition | may: {levels: [TOWN], decides: any} | true
                    county-recognition | kind: twice                         | true
                    nobody             | may: {levels: [TOWN], decides: any} | false
                    """)
    void aFeedWhoseFileIsWrongDecidesNothingButTheCounty(
            String code, String wrong, boolean decidesAny) throws IOException {
        Path folder = Files.createDirectories(mappings.resolve(code));
        if (!code.equals("nobody")) {
            Files.writeString(folder.resolve("feed.yaml"), REST + wrong + "\n");
        }
        FeedFiles feeds = new FeedFiles(mappings);
        assertThat(feeds.all()).isEmpty();
        assertThat(feeds.authority(code))
                .isEqualTo(decidesAny ? Authority.ANY : Authority.UNSTATED);
        assertThat(feeds.stated(code).isPresent())
                .isEqualTo(wrong.startsWith("may") && !code.equals("nobody"));
    }

    /// The table keeps the blanks at the edge of a text only in quotes.
    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1).strip() : text;
    }

    private Authority read(String may) throws IOException {
        FeedFiles feeds = files(may);
        assertThat(feeds.problems()).isEmpty();
        return feeds.all().getFirst().authority();
    }

    private FeedFiles files(String may) throws IOException {
        Path folder = Files.createDirectories(mappings.resolve("somebody"));
        Files.writeString(folder.resolve("feed.yaml"), REST + may + "\n");
        return new FeedFiles(mappings);
    }

    /// What the project's own feeds may.
    @Test
    void onlyTheCountyDecidesCredits() throws IOException {
        FeedFiles feeds = new FeedFiles(Path.of("mappings"));
        assertThat(feeds.all())
                .allSatisfy(feed -> {
                    Set<String> decides = feed.authority().decides();
                    boolean isCounty = feed.code().equals("county-recognition");
                    assertThat(decides == null).as(feed.code()).isEqualTo(isCounty);
                    if (decides != null) assertThat(decides).isEmpty();
                });
        assertThat(feeds.find("county-recognition").orElseThrow().authority().forms())
                .isEqualTo(Set.copyOf(List.of(Form.SELF_DIRECTED)));
    }
}
