package io.credithub.app.command.pipe;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credithub.domain.Hundredths;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.policy.PolicyChoice;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.standing.LineStanding;
import io.credithub.domain.standing.OpenLoan;
import io.credithub.domain.standing.Probation;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.StandingQuestion.StandingAnswer;
import io.credithub.flow.reading.StrictJson;
import io.credithub.mapping.example.StandingExampleQuestion;
import io.credithub.mapping.example.StandingExampleQuestion.ExampleQuestion;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers one line with one line: a question with where its teacher stands, or with what is wrong.
final class StandingLines implements LineAnswers {
    private final PolicyChoice policies;
    private final Function<List<Residence>, LocalDate> today;
    private final JsonLines lines;
    private final JsonGenerator out;
    private final YearFields years;

    /// @param today the day asked about where a question names none, by where its teacher is
    StandingLines(
            PolicyChoice policies, Function<List<Residence>, LocalDate> today, OutputStream stream)
            throws IOException {
        this.policies = policies;
        this.today = today;
        this.lines = new JsonLines(stream);
        this.out = lines.json();
        this.years = new YearFields(lines);
    }

    @Override
    public JsonLines out() {
        return lines;
    }

    @Override
    public void answer(StrictJson.Parsed.ParsedValue line) throws IOException {
        switch (StandingExampleQuestion.read(line.node(), today)) {
            case ExampleQuestion.RefusedQuestion refused ->
                    refused(refused.teacherNo(), refused.findings());
            case ExampleQuestion.UnderstoodQuestion understood -> answered(understood);
        }
    }

    private void answered(ExampleQuestion.UnderstoodQuestion understood) throws IOException {
        switch (understood.question().answer(policies)) {
            case StandingAnswer.Untold untold -> refused(understood.teacherNo(), untold.findings());
            case StandingAnswer.ToldStanding told -> {
                head(understood.teacherNo());
                lines.policy(told.policy().heading());
                standing(told.standing());
                if (!told.remarks().isEmpty()) lines.findings(told.remarks());
                out.writeEndObject();
            }
        }
    }

    private void standing(Standing standing) throws IOException {
        out.writeNumberField("cycle", standing.cycle());
        out.writeStringField("asOf", standing.asOf().toString());
        out.writeStringField("verdict", standing.verdict().name());
        lines.amount("earned", standing.earned());
        lines.amount("recognised", standing.recognised());
        lines.amount("required", standing.required());
        years.write(standing.years());
        if (standing.probation() != null) probation(standing.probation());
        out.writeArrayFieldStart("requirements");
        for (LineStanding line : standing.lines()) requirement(line);
        out.writeEndArray();
        out.writeArrayFieldStart("missing");
        for (LineStanding line : standing.missing()) missing(line);
        out.writeEndArray();
        out.writeArrayFieldStart("openLoans");
        for (OpenLoan loan : standing.openLoans()) openLoan(loan);
        out.writeEndArray();
    }

    private void probation(Probation probation) throws IOException {
        out.writeObjectFieldStart("probation");
        out.writeStringField("state", probation.state().name());
        out.writeStringField("from", probation.period().from().toString());
        out.writeStringField("until", probation.period().until().toString());
        out.writeStringField("paragraph", probation.required().paragraph());
        hours("hours", probation.hourHundredths(), probation.required().hourHundredths());
        hours("centralised", probation.centralised(), probation.required().centralised());
        hours("schoolOrOnline", probation.schoolOrOnline(), probation.required().schoolOrOnline());
        out.writeEndObject();
    }

    private void hours(String name, int there, int required) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("there", Hundredths.text(there));
        out.writeStringField("required", Hundredths.text(required));
        out.writeStringField("missing", Hundredths.text(Math.max(0, required - there)));
        out.writeEndObject();
    }

    private void requirement(LineStanding line) throws IOException {
        named(line.line());
        out.writeStringField("state", line.state().name());
        lines.amount("earned", line.earned());
        if (line.recognised() != null) lines.amount("recognised", line.recognised());
        lines.amount("required", line.required());
        lines.amount("missing", line.missing());
        lines.amount("cut", line.cut());
        out.writeEndObject();
    }

    private void missing(LineStanding line) throws IOException {
        named(line.line());
        lines.amount("credits", line.missing());
        lines.text("filledBy", line.line().filledBy());
        out.writeEndObject();
    }

    private void named(RequirementLine line) throws IOException {
        out.writeStartObject();
        out.writeStringField("key", line.key());
        lines.text("title", line.title());
        out.writeStringField("paragraph", line.paragraph());
    }

    private void openLoan(OpenLoan loan) throws IOException {
        out.writeStartObject();
        out.writeNumberField("schoolYear", loan.schoolYear());
        if (loan.line() != null) out.writeStringField("line", loan.line());
        lines.amount("owed", loan.owed());
        lines.amount("repaid", loan.repaid());
        out.writeEndObject();
    }

    private void head(@Nullable String teacherNo) throws IOException {
        out.writeStartObject();
        if (teacherNo != null) out.writeStringField("teacherNo", teacherNo);
    }

    private void refused(@Nullable String teacherNo, List<Finding> findings) throws IOException {
        head(teacherNo);
        lines.findings(findings);
        out.writeEndObject();
    }
}
