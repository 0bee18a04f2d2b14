package io.credithub.app.command.pipe;

import com.fasterxml.jackson.core.JsonGenerator;
import io.credithub.domain.standing.Cut;
import io.credithub.domain.standing.YearFloor;
import io.credithub.domain.standing.YearStanding;
import java.io.IOException;
import java.util.List;

/// Writes the school years of a standing.
final class YearFields {
    private final JsonLines lines;
    private final JsonGenerator out;

    YearFields(JsonLines lines) {
        this.lines = lines;
        this.out = lines.json();
    }

    void write(List<YearStanding> years) throws IOException {
        out.writeArrayFieldStart("years");
        for (YearStanding year : years) year(year);
        out.writeEndArray();
    }

    private void year(YearStanding year) throws IOException {
        out.writeStartObject();
        out.writeNumberField("schoolYear", year.schoolYear());
        out.writeStringField("state", year.state().name());
        out.writeStringField("outcome", year.outcome().name());
        lines.amount("earned", year.earned());
        lines.amount("recognised", year.recognised());
        lines.amount("carriedIn", year.carriedIn());
        lines.amount("minimum", year.minimum());
        lines.amount("borrowed", year.borrowed());
        lines.amount("repaid", year.repaid());
        lines.amount("carriedOut", year.carriedOut());
        lines.amount("exempted", year.exempted());
        lines.amount("missing", year.missing());
        out.writeArrayFieldStart("cuts");
        for (Cut cut : year.cuts()) cut(cut);
        out.writeEndArray();
        out.writeArrayFieldStart("floors");
        for (YearFloor floor : year.floors()) floor(floor);
        out.writeEndArray();
        YearStanding.DecidedYearStanding decided = year.decided();
        if (decided != null) decided(decided);
        out.writeEndObject();
    }

    private void cut(Cut cut) throws IOException {
        out.writeStartObject();
        out.writeStringField("line", cut.line());
        lines.amount("credits", cut.credits());
        out.writeEndObject();
    }

    private void floor(YearFloor floor) throws IOException {
        out.writeStartObject();
        out.writeStringField("line", floor.line());
        lines.amount("recognised", floor.recognised());
        lines.amount("carriedIn", floor.carriedIn());
        lines.amount("borrowed", floor.borrowed());
        lines.amount("required", floor.required());
        lines.amount("missing", floor.missing());
        out.writeBooleanField("waived", floor.waived());
        out.writeEndObject();
    }

    private void decided(YearStanding.DecidedYearStanding decided) throws IOException {
        out.writeObjectFieldStart("decided");
        lines.amount("recognised", decided.recognised());
        out.writeBooleanField("qualified", decided.qualified());
        lines.amount("difference", decided.difference());
        out.writeBooleanField("inQuestion", decided.inQuestion());
        out.writeEndObject();
    }
}
