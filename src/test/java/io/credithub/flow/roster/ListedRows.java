package io.credithub.flow.roster;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.flow.roster.RosterReading.OpenedRoster;
import io.credithub.flow.roster.RosterReading.RosterLine;
import io.credithub.flow.roster.RosterReading.RosterRows;
import io.credithub.flow.roster.RosterReading.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Roster files whose rows are understood already. A file of no bytes cannot be read; a row of
/// nobody's name is refused.
public final class ListedRows implements RosterReading {
    private static final Set<RosterColumn> COLUMNS = Set.of(RosterColumn.values());
    private final List<List<RosterRow>> files = new ArrayList<>();

    public Content file(List<RosterRow> rows) {
        files.add(rows);
        return Content.of(String.valueOf(files.size() - 1).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public OpenedRoster open(Content content, @Nullable String charset, LocalDate today)
            throws IOException {
        byte[] bytes = content.open().readAllBytes();
        if (bytes.length == 0) {
            return new Unreadable(new Finding(FindingCode.MISSING_FIELD, "/", null));
        }
        int number = Integer.parseInt(new String(bytes, StandardCharsets.UTF_8));
        return new Listed(files.get(number));
    }

    @Override
    public boolean knows(String charset) {
        return false;
    }

    private static final class Listed implements RosterRows {
        private final List<RosterRow> rows;
        private int next;

        Listed(List<RosterRow> rows) {
            this.rows = rows;
        }

        @Override
        public Set<RosterColumn> columns() {
            return COLUMNS;
        }

        @Override
        public List<RosterLine> next(int atMost) {
            List<RosterLine> lines = new ArrayList<>();
            for (; next < rows.size() && lines.size() < atMost; next++) {
                lines.add(line(next, rows.get(next)));
            }
            return lines;
        }

        private static RosterLine line(int position, RosterRow row) {
            return row.name().isEmpty()
                    ? new RosterLine.RefusedRow(
                            position,
                            List.of(new Finding(FindingCode.MISSING_FIELD, "/name", null)))
                    : new RosterLine.UnderstoodRow(position, row);
        }

        @Override
        public void close() {
            next = rows.size();
        }
    }
}
