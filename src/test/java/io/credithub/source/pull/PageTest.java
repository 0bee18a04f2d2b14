package io.credithub.source.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.reading.PageEnvelope;
import io.credithub.flow.result.Unavailable;
import io.credithub.reading.PageEnvelopes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is a page and what is none, by its envelope alone.
final class PageTest {
    private static final PageShape SHAPE =
            PageShape.parse(
                    """
                    parameters: {from: from, size: size, next: next}
                    fields: {next: /data/next, watermark: /data/watermark, statedAt: /data/time,
                             records: /data/count, persons: /data/persons, hours: /data/hours}
                    status: {at: /code, good: ["0"], signIn: ["401", TOKEN_EXPIRED]}
                    zone: Asia/Shanghai
                    timeFormat: uuuu-MM-dd HH:mm:ss
                    """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"id\":2}",
                "{\"hours\":NaN}",
                "{\"name\":\"a\tb\"}",
                "null",
                "7",
                "[[]]",
                "",
                "{\"name\":\"\\ud83d\"}"
            })
    void aBrokenRecordLeavesTheEnvelopeWhole(String broken) {
        PulledPage page = page(text("\"next\":\"n\"", "{\"id\":0}," + broken + ",{\"id\":9}"));
        assertThat(page.next()).isEqualTo("n");
        assertThat(page.declared().records()).isEqualTo(3);
        assertThat(page.isEmpty()).isFalse();
    }

    @ParameterizedTest(name = "{0} is no page: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    <html>sign in</html>                                | not JSON
                    §§                                                  | without records
                    {}                                                  | without records
                    {"code":0,"data":{"items":null}}                    | without records
                    {"code":0,"data":{"items":{}}}                      | without records
                    {"code":0,"data":{"items":[]                        | not JSON
                    {"code":0,"data":{"items":[{}]}} {}                 | not JSON
                    {"code":0,"code":0,"data":{"items":[]}}             | not JSON
                    {"code":50001,"data":{"items":[]}}                  | code 50001
                    {"code":50001,"data":{"items":[{"id":1}]}}          | code 50001
                    {"code":"张三","data":{"items":[]}}                  | an error in a good answer
                    {"code":0,"data":{"items":[],"next":{}}}            | page token
                    {"code":0,"data":{"items":[],"time":"yesterday"}}   | a time that is none
                    """)
    void whatIsNoPageIsAFailure(String body, String told) {
        assertThatThrownBy(() -> page(body))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining(told)
                .hasMessageNotContaining("张三");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":401}", "{\"code\":\"TOKEN_EXPIRED\",\"data\":null}"})
    void aCodeMayAskForAnotherToken(String body) {
        assertThatThrownBy(() -> page(body)).isInstanceOf(SignInAgain.class);
    }

    @ParameterizedTest(name = "{0} is the end")
    @ValueSource(strings = {"\"x\":0", "\"next\":null", "\"next\":\"\"", "\"next\":false"})
    void aPageWithoutATokenIsTheLast(String field) {
        assertThat(page(text(field, "")).next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1989-12-31T00:00:00Z", "2999-01-01T00:00:00Z"})
    void aTimeThatNoClockSaysIsNotTaken(String time) {
        PulledPage page = page(text("\"time\":\"%s\"".formatted(time), "{}"));
        assertThat(page.statedAt()).isEqualTo(time);
        PulledPage believed = page.believed(LocalDate.of(2026, 8, 31));
        assertThat(believed.statedAt()).isNull();
        assertThat(believed.records()).isEqualTo(page.records());
    }

    @Test
    void totalsThatNoDeliveryHoldsAreNotTaken() {
        PulledPage page = page("{\"data\":{\"count\":1000000000,\"items\":[{}]}}");
        assertThat(page.declared().records()).isNull();
    }

    @Test
    void aNumberMayBeAToken() {
        assertThat(page(text("\"next\":7", "")).next()).isEqualTo("7");
    }

    @Test
    void blanksBetweenTheBracketsAreNoRecords() {
        assertThat(page("\uFEFF" + text("\"next\":7", " \n ")).isEmpty()).isTrue();
    }

    private static String text(String field, String items) {
        return "{\"code\":0,\"data\":{\"count\":3,%s,\"items\":[%s]}}".formatted(field, items);
    }

    private static PulledPage page(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Optional<PageEnvelope> opened = new PageEnvelopes().open(bytes, "/data/items");
        return PulledPage.read(bytes, SHAPE, opened);
    }
}
