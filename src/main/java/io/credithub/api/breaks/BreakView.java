package io.credithub.api.breaks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.credithub.domain.Text;
import io.credithub.flow.breaks.BreakAge;
import io.credithub.flow.breaks.KnownBreak;
import java.time.Instant;

/// A break with what its code means.
///
/// @param meaning of the code
/// @param remedy what to do about it
/// @param age for how many days it has been open: one of five classes
public record BreakView(@JsonUnwrapped KnownBreak known, Text meaning, Text remedy, String age) {
    static BreakView of(KnownBreak known, Instant now) {
        return new BreakView(
                known,
                known.code().text(),
                known.code().remedy(),
                BreakAge.of(known.times().openedAt(), now).days());
    }
}
