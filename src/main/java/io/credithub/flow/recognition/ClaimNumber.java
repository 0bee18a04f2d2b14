package io.credithub.flow.recognition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number that a recognition goes by, as `R00000042`.
///
/// @param id at least 1
public record ClaimNumber(long id) {
    private static final Pattern TEXT = Pattern.compile("R([0-9]{8,15})");

    /// @return empty if it is not the very writing that [#toString] gives
    public static Optional<ClaimNumber> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        ClaimNumber number = new ClaimNumber(Long.parseLong(matcher.group(1)));
        return number.toString().equals(text) ? Optional.of(number) : Optional.empty();
    }

    /// The record of one participant, stable for ever.
    ///
    /// @param participant from 1
    String recordId(int participant) {
        return this + "-" + participant;
    }

    @Override
    public String toString() {
        return "R%08d".formatted(id);
    }
}
