package io.credithub.app.command.pipe;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credithub.domain.completion.CanonicalBytes;
import io.credithub.flow.processing.Mapped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes one line for each record: the canonical completion, or what is wrong with it and where it
/// stands in its file.
final class MappedLines {
    private final JsonLines lines;

    MappedLines(OutputStream stream) throws IOException {
        this.lines = new JsonLines(stream);
    }

    /// Whether any record so far had something wrong.
    boolean anyFindings() {
        return lines.anyFindings();
    }

    /// @param position of the record in its file, from 0
    void write(long position, Mapped mapped) throws IOException {
        switch (mapped) {
            case Mapped.MappedRecord understood -> {
                byte[] canonical = CanonicalBytes.of(understood.completion());
                lines.json().writeRawValue(new String(canonical, StandardCharsets.UTF_8));
                if (!understood.findings().isEmpty()) lines.markFindings();
            }
            case Mapped.Unmappable refused -> refused(position, refused);
        }
    }

    /// Ends the last line.
    void finish() throws IOException {
        lines.finish();
    }

    private void refused(long position, Mapped.Unmappable refused) throws IOException {
        JsonGenerator out = lines.json();
        out.writeStartObject();
        if (refused.recordId() != null) out.writeStringField("recordId", refused.recordId());
        out.writeNumberField("position", position);
        lines.findings(refused.findings());
        out.writeEndObject();
    }
}
