package io.credithub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.credithub.flow.teacher.Sealing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PayloadVaultTest {
    private static final byte[] CLEAR =
            "140101198001010016".repeat(50).getBytes(StandardCharsets.UTF_8);
    private static final String PLACE = "chunk.payload/7/0";

    @ParameterizedTest
    @EnumSource
    void whatWasSealedIsOpenedAgainWhateverSealsNow(Aead cipher) {
        byte[] sealed = vault(1, cipher).seal(PLACE, CLEAR);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("19800101");
        for (Aead now : Aead.values()) {
            assertThat(vault(1, now).open(PLACE, sealed)).isEqualTo(CLEAR);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSealedLikewiseTwiceAndNothingIsLongerByMuch(Aead cipher) {
        Sealing vault = vault(1, cipher);
        assertThat(vault.seal(PLACE, CLEAR)).isNotEqualTo(vault.seal(PLACE, CLEAR));
        assertThat(vault.seal(PLACE, CLEAR)).hasSize(CLEAR.length + 30);
        assertThat(vault.open(PLACE, vault.seal(PLACE, new byte[0]))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void movedElsewhereItDoesNotOpen(Aead cipher) {
        byte[] sealed = vault(1, cipher).seal(PLACE, CLEAR);
        for (String other : new String[] {"chunk.payload/7/1", "chunk.payload/70/", ""}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> vault(1, cipher).open(other, sealed));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedByteAnywhereIsNoticed(Aead cipher) {
        byte[] sealed =
                vault(1, cipher).seal(PLACE, "a few bytes".getBytes(StandardCharsets.UTF_8));
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatIllegalStateException()
                    .as("byte %d", at)
                    .isThrownBy(() -> vault(1, cipher).open(PLACE, changed));
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatIllegalStateException()
                    .as("%d bytes", length)
                    .isThrownBy(() -> vault(1, cipher).open(PLACE, cut));
        }
    }

    @Test
    void anotherMasterAndAnotherProcessOpenNothing() {
        Sealing vault = vault(1, Aead.AES_256_GCM);
        byte[] sealed = vault.seal(PLACE, CLEAR);
        Sealing process = vault.ofThisProcess();
        assertThatIllegalStateException().isThrownBy(() -> process.open(PLACE, sealed));
        byte[] passing = process.seal(PLACE, CLEAR);
        assertThat(process.open(PLACE, passing)).isEqualTo(CLEAR);
        assertThatIllegalStateException().isThrownBy(() -> vault.open(PLACE, passing));
        for (int other = 2; other < 300; other++) {
            Sealing stranger = vault(other, Aead.AES_256_GCM);
            assertThatIllegalStateException().isThrownBy(() -> stranger.open(PLACE, sealed));
        }
    }

    @Test
    void aDigestCanBeComputedWithTheKeyAlone() {
        byte[] digest = new byte[32];
        Sealing vault = vault(1, Aead.AES_256_GCM);
        assertThat(vault.keyed(digest)).isEqualTo(vault(1, Aead.SM4_GCM).keyed(digest)).hasSize(32);
        assertThat(vault(2, Aead.AES_256_GCM).keyed(digest)).isNotEqualTo(vault.keyed(digest));
    }

    private static Sealing vault(int seed, Aead cipher) {
        byte[] master = new byte[32];
        Arrays.fill(master, (byte) seed);
        master[0] = (byte) (seed >> 8);
        return new PayloadVault(new KeyRing(PersonalKeys.from(master)), cipher);
    }
}
