package io.credithub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bytes that hashes cover never change for what was sealed, and tell any two numbers apart.
final class ChainTest {
    private static final UUID RECORD = new UUID(1, 2);

    @Test
    void aLineHasTheBytesThatItHadInTheFirstBlockEver() {
        assertThat(bytes(7, 3, 5))
                .isEqualTo(
                        "0000000000000000"
                                + "0000000000000000"
                                + "0000000000000001"
                                + "00000007"
                                + "00000009"
                                + "00000000000000010000000000000002"
                                + "0003"
                                + "01"
                                + "07e6"
                                + "0005"
                                + "0002"
                                + "00000640"
                                + "00000535"
                                + "0000010b"
                                + "0001"
                                + "00".repeat(19));
    }

    @ParameterizedTest(name = "block {0}, content {1}, policy {2}")
    @CsvSource({
        "2147483647, 32767, 32767",
        "2147483648, 32768, 32768",
        "4294967303, 65539, 65541",
        "7, 65539, 5",
        "7, 3, 65541"
    })
    void aNumberThatHasOutgrownItsWidthIsWrittenInFull(long block, int version, int policy) {
        Set<String> all = new HashSet<>();
        all.add(bytes(7, 3, 5));
        all.add(bytes(block, version, policy));
        all.add(bytes(block, version, policy + 1));
        all.add(bytes(block, version + 1, policy));
        all.add(bytes(block + 1, version, policy));
        assertThat(all).hasSize(5);
    }

    private static String bytes(long block, int version, int policy) {
        Chain chain = new Chain(1, Occasion.NONE);
        chain.add(
                new Chain.ChainLine(
                        1, block, 9, RECORD, version, 1, 2022, policy, 2, 1600, 1333, 267, 1,
                        null));
        return HexFormat.of().formatHex(chain.toBytes());
    }
}
