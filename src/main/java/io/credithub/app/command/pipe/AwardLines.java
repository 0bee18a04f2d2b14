package io.credithub.app.command.pipe;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.Step;
import io.credithub.flow.processing.Mapped;
import io.credithub.flow.reading.StrictJson;
import io.credithub.mapping.contract.Canonical;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers one line with one line: a completion with its award and the steps to it, or with what is
/// wrong.
final class AwardLines implements LineAnswers {
    private static final String NOTHING = "0.00";

    private final Policy policy;
    private final LocalDate today;
    private final JsonLines lines;
    private final JsonGenerator out;

    AwardLines(Policy policy, LocalDate today, OutputStream stream) throws IOException {
        this.policy = policy;
        this.today = today;
        this.lines = new JsonLines(stream);
        this.out = lines.json();
    }

    @Override
    public JsonLines out() {
        return lines;
    }

    @Override
    public void answer(StrictJson.Parsed.ParsedValue line) throws IOException {
        switch (Canonical.read(line.node(), today)) {
            case Mapped.Unmappable refused -> refused(refused.recordId(), refused.findings());
            case Mapped.MappedRecord understood -> {
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
                lines.amount("experience", award.experience());
                lines.amount("quality", award.quality());
                if (award.practice().hundredths() != 0) lines.amount("practice", award.practice());
                out.writeEndObject();
                out.writeNumberField("schoolYear", award.schoolYear());
                steps(policy.explain(completed.facts()));
                List<Finding> all = new ArrayList<>(remarks);
                all.addAll(awarded.remarks());
                all.addAll(policy.silence(completed.facts()));
                if (!all.isEmpty()) lines.findings(all);
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
        lines.policy(policy.heading());
        out.writeStringField("credits", credits);
    }

    private void steps(List<Step> steps) throws IOException {
        out.writeArrayFieldStart("steps");
        for (Step step : steps) {
            out.writeStartObject();
            out.writeStringField("paragraph", step.paragraph());
            lines.text("text", step.text());
            out.writeStringField("value", step.value());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void refused(@Nullable String recordId, List<Finding> findings) throws IOException {
        out.writeStartObject();
        if (recordId != null) out.writeStringField("recordId", recordId);
        lines.findings(findings);
        out.writeEndObject();
    }
}
