package io.credithub.flow.result;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TooManyRecordsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1000000, 2000000", "1000000, 0", "2000000, 128000000"})
    void aDeliveryIsTaken(long records, long bytes) {
        assertThatCode(() -> TooManyRecords.check(records, bytes)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"1000001, 2000002", "1000001, 64000063", "2000001, 128000000"})
    void aDeliveryIsRefusedAsBadData(long records, long bytes) {
        assertThatThrownBy(() -> TooManyRecords.check(records, bytes))
                .isInstanceOf(TooManyRecords.class)
                .matches(failure -> FailureKind.of(failure) == FailureKind.BAD_DATA);
    }
}
