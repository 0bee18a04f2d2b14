package io.credithub.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.credithub.domain.Text;
import io.credithub.domain.report.ReportColumn;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.ReportSection;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report as CSV: UTF-8 with a byte order mark, CRLF, the tables alone. One table is a file of
/// its titles and rows, as a parser wants it; of several each stands under a line with its name,
/// and an empty line parts them. The last line of a table that has totals says 合计 first. Behind all
/// of it, parted likewise, stands 验证码 with the code by which the report is verified.
public final class CsvReport implements ReportWriter {
    private static final Text TOTAL = new Text("合计", "Total");
    private static final Text CODE = new Text("验证码", "Verification code");

    private final Writer text;
    private final CsvWriter csv;
    private final ReportLanguage language;
    private @Nullable CellText cells;
    private List<ReportColumn> columns = List.of();
    private @Nullable ReportSection section;
    private boolean isOneTable;

    /// @param out is flushed at the end, not closed
    public CsvReport(OutputStream out, ReportLanguage language) {
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = Csv.writer(text);
        this.language = language;
    }

    @Override
    public void begin(ReportHead head, List<ReportSection> sections) throws IOException {
        cells = new CellText(language, head.asOf().zone());
        isOneTable = sections.size() <= 1;
        text.write(Csv.BYTE_ORDER_MARK);
    }

    @Override
    public void section(ReportSection section) throws IOException {
        boolean isFirst = this.section == null;
        this.section = section;
        columns = section.table().columns();
        CellText cells = cells();
        writing(() -> {
            if (!isOneTable) {
                if (!isFirst) csv.writeRecord(List.of());
                csv.writeRecord(Csv.cell(WrittenText.of(language.of(section.table().title()))));
            }
            csv.writeRecord(columns.stream().map(cells::title).map(Csv::cell).toList());
        });
    }

    @Override
    public void rows(List<ReportRow> rows) throws IOException {
        writing(() -> {
            for (ReportRow row : rows) csv.writeRecord(texts(row));
        });
    }

    @Override
    public void totals(ReportRow totals, long rows) throws IOException {
        ReportSection section = this.section;
        if (section == null) throw new IllegalStateException("totals of no section");
        if (!section.table().hasTotals()) return;
        List<String> line = texts(totals);
        line.set(0, language.of(TOTAL));
        writing(() -> csv.writeRecord(line));
    }

    @Override
    public void end(String code) throws IOException {
        writing(() -> {
            csv.writeRecord(List.of());
            csv.writeRecord(language.of(CODE), code);
            csv.flush();
        });
        text.flush();
    }

    private List<String> texts(ReportRow row) {
        List<String> texts = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            texts.add(Csv.cell(cells().of(columns.get(i), row.cells().get(i))));
        }
        return texts;
    }

    private CellText cells() {
        if (cells == null) throw new IllegalStateException("not begun");
        return cells;
    }

    /// fastcsv hides a failed output in an exception that is no I/O's.
    private static void writing(CsvStep step) throws IOException {
        try {
            step.run();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private interface CsvStep {
        void run() throws IOException;
    }
}
