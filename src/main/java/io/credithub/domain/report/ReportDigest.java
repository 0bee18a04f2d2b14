package io.credithub.domain.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.domain.Sha256;
import io.credithub.domain.Text;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;

/// Takes in what a report says while it is written: head, titles, rows, totals. What it is written
/// as, and in which language, is no part of it, so that the workbook, the paper and the data of one
/// report have one code. Each value is told with its kind and length, so that no two reports are
/// told alike.
public final class ReportDigest {
    private static final byte ABSENT = 0;
    private static final byte WORDS = 1;
    private static final byte AMOUNT = 2;
    private static final byte DAY = 3;
    private static final byte MOMENT = 4;
    private static final byte SECTION = 5;
    private static final byte ROW = 6;
    private static final byte TOTALS = 7;

    private final MessageDigest digest = Sha256.begin();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    public void head(ReportHead head) {
        text(head.name().code());
        text(head.title());
        text(head.headline());
        text(head.place().division());
        text(head.place().title());
        text(head.period());
        moment(head.asOf().moment());
        text(head.asOf().zone().getId());
        text(head.madeBy());
        number(head.figures().size());
        for (KeyFigure figure : head.figures()) {
            text(figure.figure().key());
            cell(figure.value());
        }
        number(head.basis().size());
        for (BasisLine line : head.basis()) {
            text(line.about());
            text(line.value());
        }
    }

    public void section(ReportTable table) {
        digest.update(SECTION);
        text(table.key());
        text(table.title());
        number(table.columns().size());
        for (ReportColumn column : table.columns()) {
            text(column.key());
            text(column.title());
        }
    }

    /// @param row with its shares
    public void row(ReportRow row) {
        digest.update(ROW);
        for (ReportCell cell : row.cells()) cell(cell);
    }

    /// @param rows how many there were
    public void totals(ReportRow totals, long rows) {
        digest.update(TOTALS);
        for (ReportCell cell : totals.cells()) cell(cell);
        number(rows);
    }

    /// Nothing can be told any more.
    public VerificationCode code() {
        return VerificationCode.of(digest.digest());
    }

    private void cell(ReportCell cell) {
        switch (cell) {
            case ReportCell.Nothing _ -> digest.update(ABSENT);
            case ReportCell.Words words -> {
                digest.update(WORDS);
                text(words.text());
            }
            case ReportCell.Amount amount -> {
                digest.update(AMOUNT);
                number(amount.value());
            }
            case ReportCell.Day day -> {
                digest.update(DAY);
                number(day.day().toEpochDay());
            }
            case ReportCell.Moment moment -> {
                digest.update(MOMENT);
                moment(moment.moment());
            }
        }
    }

    private void moment(Instant moment) {
        number(moment.getEpochSecond());
        number(moment.getNano());
    }

    private void text(Text text) {
        text(text.zh());
        text(text.en());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }

    private void number(long value) {
        digest.update(number.putLong(0, value).array());
    }
}
