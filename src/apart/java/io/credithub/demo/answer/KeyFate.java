package io.credithub.demo.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of a record: in force if there is neither reason nor peer.
///
/// @param letter `F` in force, `A` aside, `H` held
/// @param reason why it is held: `NOT_AUTHORISED`, `AMBIGUOUS`, `IMPLAUSIBLE`, `WITHIN_SOURCE` or
///   `SUSPECTED`
/// @param peers those in force that it is, or may be, one with; the first counts in its place
public record KeyFate(char letter, @Nullable String reason, List<KeyRecord> peers) {
    static final KeyFate IN_FORCE = new KeyFate('F', null, List.of());

    static KeyFate aside(KeyRecord counts) {
        return new KeyFate('A', null, List.of(counts));
    }

    static KeyFate held(String reason, List<KeyRecord> peers) {
        return new KeyFate('H', reason, List.copyOf(peers));
    }

    public boolean isInForce() {
        return letter == 'F';
    }
}
