package io.credithub.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credithub.domain.Text;
import io.credithub.domain.report.CellType;
import io.credithub.domain.report.ColumnTotal.NoTotal;
import io.credithub.domain.report.ColumnTotal.ShareOf;
import io.credithub.domain.report.ColumnTotal.Sum;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportCell.Amount;
import io.credithub.domain.report.ReportCell.Day;
import io.credithub.domain.report.ReportCell.Moment;
import io.credithub.domain.report.ReportCell.Nothing;
import io.credithub.domain.report.ReportCell.Words;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.domain.report.ReportTable;
import io.credithub.domain.report.ReportUnit;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// A report as JSON, written as its rows come. What belongs to the report is said in both
/// languages; words in rows in the one that was asked for. Amounts are as in the API: counts as
/// numbers, hours, credits and shares as decimals in quotes; null where nothing is said.
public final class JsonReport implements ReportWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final ReportLanguage language;
    private List<ReportColumn> columns = List.of();
    private Iterable<ReportFigure> figures = List.of();

    /// @param out is flushed at the end, not closed
    public JsonReport(OutputStream out, ReportLanguage language) {
        this.language = language;
        try {
            this.json = JSON.createGenerator(out, JsonEncoding.UTF8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @Override
    public void begin(ReportHead head, List<ReportSection> sections) throws IOException {
        figures = FiguresUsed.of(head, sections);
        json.writeStartObject();
        json.writeStringField("report", head.name().code());
        text("title", head.title());
        text("headline", head.headline());
        json.writeObjectFieldStart("place");
        json.writeStringField("division", head.place().division());
        text("title", head.place().title());
        json.writeEndObject();
        text("period", head.period());
        json.writeStringField("asOf", head.asOf().moment().toString());
        json.writeStringField("zone", head.asOf().zone().getId());
        json.writeStringField("madeBy", WrittenText.of(head.madeBy()));
        json.writeArrayFieldStart("figures");
        for (ReportHead.KeyFigure key : head.figures()) figure(key);
        json.writeEndArray();
        json.writeArrayFieldStart("basis");
        for (ReportHead.BasisLine line : head.basis()) {
            json.writeStartObject();
            text("about", line.about());
            json.writeStringField("value", WrittenText.of(language.of(line.value())));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sections");
    }

    private void figure(ReportHead.KeyFigure key) throws IOException {
        ReportColumn column = ReportColumn.sum(key.figure());
        json.writeStartObject();
        json.writeStringField("figure", key.figure().key());
        unit(column.unit());
        json.writeFieldName("value");
        value(column.type(), key.value());
        json.writeEndObject();
    }

    @Override
    public void section(ReportSection section) throws IOException {
        ReportTable table = section.table();
        columns = table.columns();
        json.writeStartObject();
        json.writeStringField("key", table.key());
        text("title", table.title());
        json.writeArrayFieldStart("columns");
        for (ReportColumn column : columns) column(column);
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
    }

    private void column(ReportColumn column) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", column.key());
        text("title", column.title());
        json.writeStringField("type", name(column.type()));
        unit(column.unit());
        if (column.figure() != null) json.writeStringField("figure", column.figure().key());
        switch (column.total()) {
            case NoTotal _ -> {}
            case Sum _ -> json.writeStringField("total", "sum");
            case ShareOf share -> {
                json.writeStringField("total", "share");
                json.writeStringField("part", share.part());
                json.writeStringField("whole", share.whole());
            }
        }
        json.writeEndObject();
    }

    @Override
    public void rows(List<ReportRow> rows) throws IOException {
        for (ReportRow row : rows) {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                json.writeFieldName(columns.get(i).key());
                value(columns.get(i).type(), row.cells().get(i));
            }
            json.writeEndObject();
        }
    }

    @Override
    public void totals(ReportRow totals, long rows) throws IOException {
        json.writeEndArray();
        json.writeNumberField("count", rows);
        json.writeObjectFieldStart("totals");
        for (int i = 0; i < columns.size(); i++) {
            ReportCell total = totals.cells().get(i);
            if (total.equals(ReportCell.NOTHING)) continue;
            json.writeFieldName(columns.get(i).key());
            value(columns.get(i).type(), total);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public void end(String code) throws IOException {
        json.writeEndArray();
        json.writeStringField("verificationCode", code);
        json.writeArrayFieldStart("definitions");
        for (ReportFigure figure : figures) {
            json.writeStartObject();
            json.writeStringField("figure", figure.key());
            text("term", figure.term());
            unit(figure.unit());
            text("meaning", figure.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private void value(CellType type, ReportCell cell) throws IOException {
        switch (cell) {
            case Nothing _ -> json.writeNull();
            case Words words -> json.writeString(WrittenText.of(language.of(words.text())));
            case Amount amount -> amount(type, amount.value());
            case Day day -> json.writeString(day.day().toString());
            case Moment moment -> json.writeString(moment.moment().toString());
        }
    }

    private void amount(CellType type, long value) throws IOException {
        switch (type) {
            case HUNDREDTHS, SHARE -> json.writeString(CellText.amount(type, value));
            case COUNT, SCHOOL_YEAR, CODE, WORDS, DAY, MOMENT -> json.writeNumber(value);
        }
    }

    private void text(String field, Text text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("zh", WrittenText.of(text.zh()));
        json.writeStringField("en", WrittenText.of(text.en()));
        json.writeEndObject();
    }

    private void unit(ReportUnit unit) throws IOException {
        if (unit != ReportUnit.NONE) text("unit", unit.word());
    }

    /// As in the names of figures: lower camel case.
    private static String name(CellType type) {
        String words = type.name().toLowerCase(Locale.ROOT);
        int line = words.indexOf('_');
        return line < 0
                ? words
                : words.substring(0, line)
                        + words.substring(line + 1, line + 2).toUpperCase(Locale.ROOT)
                        + words.substring(line + 2);
    }
}
