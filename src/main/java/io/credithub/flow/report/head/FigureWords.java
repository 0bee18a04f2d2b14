package io.credithub.flow.report.head;

import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportCell.Amount;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Amounts and moments as people read them: `3,412`, `1 teacher`, `41,210.50`, `96.75%`,
/// `2026-08-31 09:30`.
public final class FigureWords {
    private static final long WHOLE = 100;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private FigureWords() {}

    public static String count(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        int first = number < 0 ? 1 : 0;
        for (int i = digits.length() - 3; i > first; i -= 3) digits.insert(i, ',');
        return digits.toString();
    }

    /// `1 teacher`, `3,412 teachers`.
    ///
    /// @param one an English word that takes an s
    public static String counted(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    public static String hundredths(long amount) {
        long rest = Math.abs(amount % WHOLE);
        return (amount < 0 ? "-" : "")
                + count(Math.abs(amount / WHOLE))
                + (rest < 10 ? ".0" : ".")
                + rest;
    }

    /// @return empty: a share of nothing
    public static String share(ReportCell share) {
        return share instanceof Amount(long value) ? hundredths(value) + "%" : "";
    }

    public static String minute(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone));
    }

    /// With its seconds, by which a delivery is looked for in a log.
    public static String second(Instant moment, ZoneId zone) {
        return SECOND.format(moment.atZone(zone));
    }
}
