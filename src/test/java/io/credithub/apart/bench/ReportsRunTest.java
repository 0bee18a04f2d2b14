package io.credithub.apart.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credithub.apart.bench.ReportsYardstick.CountyFigures;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The bench does not believe a statement that says something else than the records.
final class ReportsRunTest {
    private static final CountyFigures BY_HAND = new CountyFigures(16_000, 3_400, 20, 0.1);

    private static JsonNode statement(String section, long posted) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(
                        """
                        {"sections": [{"key": "breaks", "totals": {"inForce": 1}},
                            {"key": "%s", "totals": {"inForce": %d}}]}\
                        """
                                .formatted(section, posted));
    }

    @Test
    void whatTheRecordsSumToIsBelieved() {
        assertThatCode(() -> ReportsRun.require(statement("sources", 16_000), BY_HAND))
                .doesNotThrowAnyException();
    }

    @Test
    void oneRecordLessIsAFailure() {
        assertThatThrownBy(() -> ReportsRun.require(statement("sources", 15_999), BY_HAND))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("15999");
    }

    @Test
    void aStatementWithoutSourcesIsAFailure() {
        assertThatThrownBy(() -> ReportsRun.require(statement("places", 16_000), BY_HAND))
                .isInstanceOf(IllegalStateException.class);
    }
}
