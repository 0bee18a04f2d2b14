package io.credithub.reading.sheet;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Why a workbook cannot be read, on its way out of the parser to whoever tells it.
final class UnreadableWorkbook extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Finding why;

    UnreadableWorkbook(FindingCode code, @Nullable String value) {
        super(code.code());
        why = new Finding(code, "/", value);
    }

    Finding why() {
        return why;
    }
}
