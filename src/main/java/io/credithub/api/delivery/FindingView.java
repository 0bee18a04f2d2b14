package io.credithub.api.delivery;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Finding;
import io.credithub.flow.delivery.FindingAt;
import org.jspecify.annotations.Nullable;

/// A finding with what it means and what to do about it.
///
/// @param position of the record in its delivery, from 0
/// @param recordId if at least that could be read
/// @param field a JSON pointer into the canonical record, or the source's column
/// @param value masked if personal
public record FindingView(
        String code,
        boolean rejects,
        long position,
        @Nullable String recordId,
        String field,
        @Nullable String value,
        Text message,
        Text remedy) {
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
                finding.code().remedy());
    }
}
