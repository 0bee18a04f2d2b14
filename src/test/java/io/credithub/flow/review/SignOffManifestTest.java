package io.credithub.flow.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.review.SignedTotals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignOffManifestTest {
    private static final SignOffManifest SAMPLE = SignedSample.manifest(1);
    private static final Pattern TOTALS = Pattern.compile("\"totals\":\\{([^}]*)}");

    private static SignOffManifest saying(Map<String, Object> totals) {
        return new SignOffManifest(
                SAMPLE.format(),
                SAMPLE.county(),
                SAMPLE.schoolYear(),
                SAMPLE.version(),
                SAMPLE.predecessor(),
                SAMPLE.asOf(),
                SAMPLE.preparedBy(),
                SAMPLE.parts(),
                totals,
                SAMPLE.versions(),
                SAMPLE.ledger());
    }

    private static String text(SignOffManifest manifest) {
        return new String(manifest.canonical(), UTF_8);
    }

    /// Of every figure, more than an `int` holds.
    private static SignedTotals large() {
        Map<ReportFigure, Long> amounts = new EnumMap<>(ReportFigure.class);
        for (ReportFigure figure : ReportFigure.values()) {
            amounts.put(figure, 10_000_000_000L + amounts.size());
        }
        return new SignedTotals(amounts);
    }

    @Test
    void totalsStandInTheOrderOfTheAlphabetHoweverTheyCame() {
        List<Map.Entry<String, Object>> all =
                new ArrayList<>(SignOffManifest.written(large()).entrySet());
        String expected = text(saying(SignOffManifest.written(large())));
        Random dice = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(all, dice);
            Map<String, Object> shuffled = new LinkedHashMap<>();
            for (Map.Entry<String, Object> one : all) shuffled.put(one.getKey(), one.getValue());
            assertThat(text(saying(shuffled))).isEqualTo(expected);
        }
        List<String> keys =
                TOTALS.matcher(expected)
                        .results()
                        .flatMap(found -> Pattern.compile(",").splitAsStream(found.group(1)))
                        .toList();
        assertThat(keys).hasSize(all.size()).isSorted();
    }

    @Test
    void whatIsReadSaysTheSameFigures() {
        SignOffManifest manifest = saying(SignOffManifest.written(large()));
        assertThat(manifest.amounts()).isEqualTo(large());
        assertThat(SignOffManifest.read(manifest.canonical()).amounts()).isEqualTo(large());
    }

    @Test
    void hoursAndCreditsAreDecimalsAndAllElseIsCounted() {
        SignedTotals totals =
                new SignedTotals(
                        Map.of(
                                ReportFigure.HOURS, 5L,
                                ReportFigure.CREDITS, -270L,
                                ReportFigure.RECOGNISED, 1_600L,
                                ReportFigure.TEACHERS, 5L));
        assertThat(SignOffManifest.written(totals))
                .containsExactly(
                        Map.entry("credits", "-2.70"),
                        Map.entry("hours", "0.05"),
                        Map.entry("recognised", "16.00"),
                        Map.entry("teachers", 5L));
    }

    /// Of a later version.
    @Test
    void whatIsNotKnownYetIsPassedOver() {
        String later =
                text(SAMPLE)
                        .replace("{\"asOf\"", "{\"about\":{\"more\":1},\"asOf\"")
                        .replace("\"teachers\":2", "\"teachers\":2,\"unheardOf\":3");
        assertThat(SignOffManifest.read(later.getBytes(UTF_8)).amounts())
                .isEqualTo(SAMPLE.amounts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "7", "{\"format\":\"credit-hub/sign-off/1\"}"})
    void anythingElseIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignOffManifest.read(text.getBytes(UTF_8)))
                .withMessage("not a SignOffManifest");
    }

    @Test
    void anotherFormatIsNotRead() {
        String other = text(SAMPLE).replace("credit-hub/sign-off/1", "credit-hub/sign-off/2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignOffManifest.read(other.getBytes(UTF_8)));
        String conclusion =
                """
                {"county":"140105","format":"credit-hub/sign-off-conclusion/%d","manifest":"aa",\
                "schoolYear":2022,"steps":[],"version":1}\
                """;
        assertThat(SignOffConclusion.read(conclusion.formatted(1)).version()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignOffConclusion.read(conclusion.formatted(2)));
    }
}
