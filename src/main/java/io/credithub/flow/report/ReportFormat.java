package io.credithub.flow.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a report is written as.
public enum ReportFormat {
    HTML("text/html; charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("application/pdf"),
    CSV("text/csv; charset=UTF-8"),
    JSON("application/json");

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// As it is asked for, and as files end.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportFormat> of(String code) {
        return Arrays.stream(values()).filter(format -> format.code().equals(code)).findFirst();
    }
}
