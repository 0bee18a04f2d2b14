package io.credithub.flow.report.head;

import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportCell.Amount;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Amounts and moments in a sentence: `3,412`, `41,210.50`, `96.75%`.
public final class FigureWords {
    private static final long WHOLE = 100;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private FigureWords() {}

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public static String hundredths(long amount) {
        String sign = amount < 0 ? "-" : "";
        return sign
                + String.format(
                        Locale.ROOT,
                        "%,d.%02d",
                        Math.abs(amount / WHOLE),
                        Math.abs(amount % WHOLE));
    }

    /// @return empty: a share of nothing
    public static String share(ReportCell share) {
        return share instanceof Amount(long value) ? hundredths(value) + "%" : "";
    }

    public static String minute(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone));
    }
}
