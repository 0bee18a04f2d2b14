package io.credithub.reading;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.flow.roster.RosterReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The roster of teachers as CSV with a header of [RosterColumn]s. UTF-8 or GB18030. A row that
/// cannot be understood is told and harms no other; a file that is no such table is refused whole.
@ApplicationScoped
public class RosterCsv implements RosterReading {
    private static final int START_BYTES = 4;

    @Override
    public boolean knows(String charset) {
        String name = CharsetChoice.named(charset);
        return name != null && CharsetChoice.isReadable(name);
    }

    @Override
    public OpenedRoster open(Content content, @Nullable String charset, LocalDate today)
            throws IOException {
        Finding noText = RosterHeader.noText(start(content));
        if (noText != null) return new Unreadable(noText);
        CharsetChoice choice = CharsetChoice.of(charset, null, content, true);
        if (choice.charset().equals(CharsetChoice.DOUBTFUL)) {
            return unreadable(FindingCode.DOUBTFUL_CHARSET, choice.charset());
        }
        if (!choice.isReadable()) return unreadable(FindingCode.BAD_CHARACTER, choice.charset());
        InputStream in = content.open();
        in.skipNBytes(choice.markBytes());
        CsvLines lines = new CsvLines(in, new CsvRow(Charset.forName(choice.charset())));
        return switch (RosterHeader.read(lines.next())) {
            case RosterHeader.HeaderColumn.Good good ->
                    new RosterCsvFile(lines, good.header(), today);
            case RosterHeader.HeaderColumn.Bad bad -> {
                lines.close();
                yield new Unreadable(bad.why());
            }
        };
    }

    private static byte[] start(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(START_BYTES);
        }
    }

    private static Unreadable unreadable(FindingCode code, String charset) {
        return new Unreadable(new Finding(code, "/", charset));
    }

    private static final class RosterCsvFile implements RosterRows {
        private final CsvLines lines;
        private final RosterHeader header;
        private final LocalDate today;
        private long position;

        RosterCsvFile(CsvLines lines, RosterHeader header, LocalDate today) {
            this.lines = lines;
            this.header = header;
            this.today = today;
        }

        @Override
        public Set<RosterColumn> columns() {
            return Set.copyOf(header.places().keySet());
        }

        @Override
        public List<RosterLine> next(int atMost) throws IOException {
            List<RosterLine> some = new ArrayList<>(atMost);
            while (some.size() < atMost) {
                CsvRow row = lines.next();
                if (row == null) break;
                some.add(line(row));
                position++;
            }
            return some;
        }

        private RosterLine line(CsvRow row) {
            if (lines.isLong()) return refused(FindingCode.TOO_LONG, "/", null);
            if (!row.isQuotedWell()) return refused(FindingCode.MALFORMED, "/", "\"");
            if (!header.fits(row)) {
                String count = row.size() + "/" + header.named();
                return refused(FindingCode.WRONG_COLUMNS, "/", count);
            }
            int stray = header.strayCell(row);
            if (stray > 0) return refused(FindingCode.WRONG_COLUMNS, "#" + stray, null);
            return new RosterFields(position, header, row, today).line();
        }

        private RosterLine refused(FindingCode code, String field, @Nullable String value) {
            return new RosterLine.RefusedRow(position, List.of(new Finding(code, field, value)));
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
