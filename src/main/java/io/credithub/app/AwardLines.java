package io.credithub.app;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.Step;
import io.credithub.flow.Mapped;
import io.credithub.flow.StrictJson;
import io.credithub.mapping.Canonical;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers one line with one line: a completion with its award and the steps to it, or with what is
/// wrong.
final class AwardLines {
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().rootValueSeparator("\n").build();
    private static final String NOTHING = "0.00";

    private final Policy policy;
    private final LocalDate today;
    private final JsonGenerator out;
    private boolean anyFindings;

    AwardLines(Policy policy, LocalDate today, OutputStream stream) throws IOException {
        this.policy = policy;
        this.today = today;
        this.out = JSON.createGenerator(stream, JsonEncoding.UTF8);
    }

    /// Whether any line so far had something wrong or remarkable.
    boolean anyFindings() {
        return anyFindings;
    }

    void flush() throws IOException {
        out.flush();
    }

    /// Ends the last line.
    void finish() throws IOException {
        if (out.getOutputContext().getEntryCount() > 0) out.writeRaw('\n');
        out.flush();
    }

    void answer(LineSource.Line line) throws IOException {
        switch (line) {
            case LineSource.Line.Text text -> answer(text.text());
            case LineSource.Line.TooLong _ -> refused(null, finding(FindingCode.TOO_LONG));
            case LineSource.Line.NotUtf8 _ -> refused(null, finding(FindingCode.BAD_CHARACTER));
        }
    }

    private void answer(String line) throws IOException {
        switch (StrictJson.read(line)) {
            case StrictJson.Parsed.Broken broken -> refused(null, List.of(broken.finding()));
            case StrictJson.Parsed.Value value -> answer(Canonical.read(value.node(), today));
        }
    }

    private void answer(Mapped mapped) throws IOException {
        switch (mapped) {
            case Mapped.Refused refused -> refused(refused.recordId(), refused.findings());
            case Mapped.Understood understood -> {
                switch (understood.completion()) {
                    case Completed completed -> judged(completed, understood.findings());
                    case Withdrawal withdrawal -> withdrawn(withdrawal);
                }
            }
        }
    }

    private void judged(Completed completed, List<Finding> remarks) throws IOException {
        switch (policy.judge(completed.facts())) {
            case Judgement.Unjudged unjudged -> refused(completed.recordId(), unjudged.findings());
            case Judgement.Awarded awarded -> {
                Award award = awarded.award();
                head(completed.recordId(), award.credits().toString());
                out.writeObjectFieldStart("components");
                out.writeStringField("experience", award.experience().toString());
                out.writeStringField("quality", award.quality().toString());
                if (award.practice().hundredths() != 0) {
                    out.writeStringField("practice", award.practice().toString());
                }
                out.writeEndObject();
                out.writeNumberField("schoolYear", award.schoolYear());
                steps(policy.explain(completed.facts()));
                if (!remarks.isEmpty() || !awarded.remarks().isEmpty()) {
                    out.writeArrayFieldStart("findings");
                    for (Finding remark : remarks) finding(remark);
                    for (Finding remark : awarded.remarks()) finding(remark);
                    out.writeEndArray();
                }
                out.writeEndObject();
            }
        }
    }

    /// A record that its source takes back is worth nothing, in no school year.
    private void withdrawn(Withdrawal withdrawal) throws IOException {
        head(withdrawal.recordId(), NOTHING);
        out.writeObjectFieldStart("components");
        out.writeStringField("experience", NOTHING);
        out.writeStringField("quality", NOTHING);
        out.writeEndObject();
        Text text = new Text("来源单位已撤回该记录,不计学分", "withdrawn by its source: no credits");
        steps(List.of(new Step("五(二)", text, NOTHING)));
        out.writeEndObject();
    }

    private void head(String recordId, String credits) throws IOException {
        out.writeStartObject();
        out.writeStringField("recordId", recordId);
        out.writeStringField("policy", policy.id());
        out.writeStringField("credits", credits);
    }

    private void steps(List<Step> steps) throws IOException {
        out.writeArrayFieldStart("steps");
        for (Step step : steps) {
            out.writeStartObject();
            out.writeStringField("paragraph", step.paragraph());
            text("text", step.text());
            out.writeStringField("value", step.value());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void refused(@Nullable String recordId, List<Finding> findings) throws IOException {
        out.writeStartObject();
        if (recordId != null) out.writeStringField("recordId", recordId);
        out.writeArrayFieldStart("findings");
        for (Finding finding : findings) finding(finding);
        out.writeEndArray();
        out.writeEndObject();
    }

    private static List<Finding> finding(FindingCode code) {
        return List.of(new Finding(code, "", null));
    }

    private void finding(Finding finding) throws IOException {
        anyFindings = true;
        out.writeStartObject();
        out.writeStringField("code", finding.code().code());
        out.writeStringField("field", finding.field());
        if (finding.value() != null) out.writeStringField("value", finding.value());
        text("message", finding.code().message());
        out.writeEndObject();
    }

    private void text(String name, Text text) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("zh", text.zh());
        out.writeStringField("en", text.en());
        out.writeEndObject();
    }
}
