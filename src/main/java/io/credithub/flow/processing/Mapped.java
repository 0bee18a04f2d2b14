package io.credithub.flow.processing;

import io.credithub.domain.completion.Completion;
import io.credithub.domain.completion.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one raw record: understood, or refused.
public sealed interface Mapped {
    /// @param findings remarks that do not stop it
    record MappedRecord(Completion completion, List<Finding> findings) implements Mapped {}

    /// @param recordId if at least that could be read
    /// @param findings at least one that rejects
    record Unmappable(@Nullable String recordId, List<Finding> findings) implements Mapped {}
}
