package io.credithub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.credithub.domain.completion.IdDocument;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IdVaultTest {
    private static final IdDocument WANG =
            new IdDocument(IdDocument.Type.RESIDENT, "140101198001010016");

    private final IdVault vault = IdVault.of(master(1));

    @ParameterizedTest
    @EnumSource
    void whatWasSealedIsOpenedAgain(IdDocument.Type type) {
        IdDocument document = new IdDocument(type, "H1234567800");
        assertThat(vault.open(type, vault.seal(document))).isEqualTo(document);
    }

    @Test
    void theSameNumberIsSealedDifferentlyEachTime() {
        assertThat(vault.seal(WANG)).isNotEqualTo(vault.seal(WANG));
    }

    @Test
    void theNumberIsNotInTheSealedBytes() {
        String sealed = new String(vault.seal(WANG), StandardCharsets.ISO_8859_1);
        assertThat(sealed).doesNotContain(WANG.number()).doesNotContain("19800101");
    }

    @Test
    void aChangedByteAnywhereIsNoticed() {
        byte[] sealed = vault.seal(WANG);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatIllegalStateException()
                    .as("byte %d", at)
                    .isThrownBy(() -> vault.open(IdDocument.Type.RESIDENT, changed))
                    .withMessageNotContaining(WANG.number());
        }
    }

    @Test
    void aNumberCannotBeMovedToAnotherType() {
        byte[] sealed = vault.seal(WANG);
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.open(IdDocument.Type.PASSPORT, sealed));
    }

    @Test
    void anotherKeyOpensNothing() {
        byte[] sealed = vault.seal(WANG);
        for (int other = 2; other < 300; other++) {
            IdVault stranger = IdVault.of(master(other));
            assertThatIllegalStateException()
                    .as("master %d", other)
                    .isThrownBy(() -> stranger.open(IdDocument.Type.RESIDENT, sealed));
        }
    }

    @Test
    void aDocumentIsFoundByTheSameValueAgain() {
        IdVault afterRestart = IdVault.of(master(1));
        assertThat(afterRestart.lookup(WANG)).isEqualTo(vault.lookup(WANG));
    }

    @Test
    void withoutTheKeyTheLookUpValueCannotBeComputed() {
        assertThat(IdVault.of(master(2)).lookup(WANG)).isNotEqualTo(vault.lookup(WANG));
    }

    @Test
    void typeAndTeacherNumberAreKeptApart() {
        IdDocument passport = new IdDocument(IdDocument.Type.PASSPORT, WANG.number());
        assertThat(vault.lookup(WANG))
                .isNotEqualTo(vault.lookup(passport))
                .isNotEqualTo(vault.lookup(WANG.number()));
    }

    @Test
    void theFingerprintTellsWhetherTwoKeysAreTheSame() {
        assertThat(IdVault.of(master(1)).fingerprint()).isEqualTo(vault.fingerprint());
        for (int other = 2; other < 300; other++) {
            assertThat(IdVault.of(master(other)).fingerprint())
                    .as("master %d", other)
                    .isNotEqualTo(vault.fingerprint());
        }
    }

    @Test
    void theFingerprintIsNobodysLookUpValue() {
        String constant = "credit-hub/id-key/fingerprint";
        assertThat(vault.fingerprint()).isNotEqualTo(vault.lookup(constant));
        for (IdDocument.Type type : IdDocument.Type.values()) {
            assertThat(type.code()).isBetween(1, 0x7F);
            assertThat(vault.lookup(new IdDocument(type, constant)))
                    .isNotEqualTo(vault.fingerprint());
        }
    }

    @Test
    void aMasterOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> IdVault.of(new byte[16]));
    }

    @Test
    void keysAreNeverPrinted() {
        assertThat(PersonalKeys.from(master(1)).toString()).isEqualTo("PersonalKeys[***]");
    }

    private static byte[] master(int seed) {
        byte[] master = new byte[32];
        Arrays.fill(master, (byte) seed);
        master[0] = (byte) (seed >> 8);
        return master;
    }
}
