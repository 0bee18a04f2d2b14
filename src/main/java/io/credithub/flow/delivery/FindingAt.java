package io.credithub.flow.delivery;

import io.credithub.domain.StorableText;
import io.credithub.domain.completion.Finding;
import org.jspecify.annotations.Nullable;

/// A finding at its place.
///
/// @param position of the record in its delivery, from 0
/// @param recordId if at least that could be read
public record FindingAt(long position, @Nullable String recordId, Finding finding) {
    public FindingAt {
        if (recordId != null) recordId = StorableText.of(recordId);
    }
}
