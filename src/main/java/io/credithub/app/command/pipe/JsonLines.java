package io.credithub.app.command.pipe;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.policy.terms.Confidence;
import io.credithub.domain.policy.terms.Heading;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Lines of one JSON object each, with what the answers of all commands have in common.
final class JsonLines {
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().rootValueSeparator("\n").build();

    private final JsonGenerator out;
    private boolean anyFindings;

    JsonLines(OutputStream stream) throws IOException {
        this.out = JSON.createGenerator(stream, JsonEncoding.UTF8);
    }

    /// Where the fields go that only one command has.
    JsonGenerator json() {
        return out;
    }

    /// Whether any line so far had something wrong or remarkable.
    boolean anyFindings() {
        return anyFindings;
    }

    /// Says so of a line whose findings are not written.
    void markFindings() {
        anyFindings = true;
    }

    void flush() throws IOException {
        out.flush();
    }

    /// Ends the last line.
    void finish() throws IOException {
        if (out.getOutputContext().getEntryCount() > 0) out.writeRaw('\n');
        out.flush();
    }

    /// By which policy, and how far it may be relied on where that is less than law.
    void policy(Heading heading) throws IOException {
        out.writeStringField("policy", heading.id());
        if (heading.confidence() == Confidence.LAW) return;
        out.writeStringField("confidence", heading.confidence().name());
    }

    /// A decimal string with two places.
    void amount(String name, Credits credits) throws IOException {
        out.writeStringField(name, credits.toString());
    }

    void text(String name, Text text) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("zh", text.zh());
        out.writeStringField("en", text.en());
        out.writeEndObject();
    }

    void findings(List<Finding> findings) throws IOException {
        out.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            anyFindings = true;
            out.writeStartObject();
            out.writeStringField("code", finding.code().code());
            out.writeStringField("field", finding.field());
            if (finding.value() != null) out.writeStringField("value", finding.value());
            text("message", finding.code().message());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
