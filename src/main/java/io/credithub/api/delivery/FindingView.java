package io.credithub.api.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.flow.delivery.FindingAt;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A finding with what it means and what to do about it.
///
/// @param position of the record in its delivery, from 0
/// @param recordId if at least that could be read
/// @param field a JSON pointer into the canonical record, or the source's column
/// @param why of a held record, or one that was refused: the reason, of which `value` begins with
///   the code; of others nothing
/// @param value masked if personal
public record FindingView(
        String code,
        boolean rejects,
        long position,
        @Nullable String recordId,
        String field,
        @Nullable String value,
        Text message,
        Text remedy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Text why) {
    private static final Set<FindingCode> OF_HELD_RECORDS =
            EnumSet.of(
                    FindingCode.NOT_AUTHORISED,
                    FindingCode.IMPLAUSIBLE,
                    FindingCode.SUSPECTED_COPY,
                    FindingCode.REFUSED);

    public static FindingView of(FindingAt at) {
        Finding finding = at.finding();
        return new FindingView(
                finding.code().code(),
                finding.code().rejects(),
                at.position(),
                at.recordId(),
                finding.field(),
                finding.value(),
                finding.code().message(),
                finding.code().remedy(),
                why(finding));
    }

    private static @Nullable Text why(Finding finding) {
        String value = finding.value();
        if (value == null || !OF_HELD_RECORDS.contains(finding.code())) return null;
        String code = value.split(" ", 2)[0];
        return Stream.of(HoldReason.values())
                .filter(reason -> reason.name().equals(code))
                .map(HoldReason::text)
                .findFirst()
                .orElse(null);
    }
}
