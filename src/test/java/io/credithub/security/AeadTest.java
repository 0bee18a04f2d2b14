package io.credithub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

/// The ciphers give what their standards say.
final class AeadTest {
    private static final byte[] SM4_KEY = hex("0123456789ABCDEFFEDCBA9876543210");

    @Test
    void sm4IsThatOfGbT32907() {
        SM4Engine sm4 = new SM4Engine();
        sm4.init(true, new KeyParameter(SM4_KEY));
        byte[] out = new byte[16];
        sm4.processBlock(SM4_KEY, 0, out, 0);
        assertThat(out).isEqualTo(hex("681EDF34D206965E86B3E94F536E4246"));
        byte[] million = SM4_KEY.clone();
        for (int i = 0; i < 1_000_000; i++) sm4.processBlock(million, 0, million, 0);
        assertThat(million).isEqualTo(hex("595298C7C6FD271F0402F804C33D3F66"));
    }

    @Test
    void sm4GcmIsThatOfRfc8998() throws Exception {
        byte[] clear =
                hex(
                        "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                            + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
        byte[] sealed =
                hex(
                        "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                                + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                                + "83DE3541E4C2B58177E065A9BF7B62EC");
        SecretKey key = new SecretKeySpec(SM4_KEY, "SM4");
        byte[] nonce = hex("00001234567800000000ABCD");
        byte[] place = hex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        assertThat(Aead.SM4_GCM.seal(key, new Aead.Message(nonce, place, clear, 0)))
                .isEqualTo(sealed);
        assertThat(Aead.SM4_GCM.open(key, new Aead.Message(nonce, place, sealed, 0)))
                .isEqualTo(clear);
    }

    /// Test case 16 of the specification of GCM.
    @Test
    void aesGcmIsThatOfItsSpecification() throws Exception {
        SecretKey key =
                new SecretKeySpec(
                        hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
                        "AES");
        byte[] clear =
                hex(
                        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        byte[] sealed =
                hex(
                        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                                + "76fc6ece0f4e1768cddf8853bb2d551b");
        Aead.Message message =
                new Aead.Message(
                        hex("cafebabefacedbaddecaf888"),
                        hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                        clear,
                        0);
        assertThat(Aead.AES_256_GCM.seal(key, message)).isEqualTo(sealed);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
