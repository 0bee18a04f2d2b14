package io.credithub.app;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credithub.domain.completion.CanonicalBytes;
import io.credithub.domain.completion.Finding;
import io.credithub.flow.Mapped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes one line for each record: the canonical completion, or what is wrong with it and where it
/// stands in its file.
final class MappedLines {
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().rootValueSeparator("\n").build();

    private final JsonGenerator out;
    private boolean anyFindings;

    MappedLines(OutputStream stream) throws IOException {
        this.out = JSON.createGenerator(stream, JsonEncoding.UTF8);
    }

    /// Whether any record so far had something wrong.
    boolean anyFindings() {
        return anyFindings;
    }

    /// @param position of the record in its file, from 0
    void write(long position, Mapped mapped) throws IOException {
        switch (mapped) {
            case Mapped.Understood understood -> {
                byte[] canonical = CanonicalBytes.of(understood.completion());
                out.writeRawValue(new String(canonical, StandardCharsets.UTF_8));
                if (!understood.findings().isEmpty()) anyFindings = true;
            }
            case Mapped.Refused refused ->
                    refused(position, refused.recordId(), refused.findings());
        }
    }

    /// Ends the last line.
    void finish() throws IOException {
        if (out.getOutputContext().getEntryCount() > 0) out.writeRaw('\n');
        out.flush();
    }

    private void refused(long position, @Nullable String recordId, List<Finding> findings)
            throws IOException {
        anyFindings = true;
        out.writeStartObject();
        if (recordId != null) out.writeStringField("recordId", recordId);
        out.writeNumberField("position", position);
        out.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            out.writeStartObject();
            out.writeStringField("code", finding.code().code());
            out.writeStringField("field", finding.field());
            if (finding.value() != null) out.writeStringField("value", finding.value());
            out.writeObjectFieldStart("message");
            out.writeStringField("zh", finding.code().message().zh());
            out.writeStringField("en", finding.code().message().en());
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
