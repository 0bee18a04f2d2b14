package io.credithub.reading.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which of a workbook's cell styles show a day.
final class DateFormats {
    private static final int STYLES_MAX = 65_536;

    /// What stands in quotes, in brackets or behind a backslash is shown as it is.
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    private final List<Boolean> byStyle = new ArrayList<>();

    private DateFormats() {}

    /// Of a workbook without styles.
    static DateFormats none() {
        return new DateFormats();
    }

    static DateFormats read(PartXml xml) throws IOException {
        DateFormats formats = new DateFormats();
        Map<String, String> codes = new HashMap<>();
        boolean isInside = false;
        while (xml.next()) {
            if (xml.isStart("cellXfs")) isInside = true;
            else if (xml.isEnd("cellXfs")) isInside = false;
            else if (xml.isStart("numFmt") && codes.size() < STYLES_MAX) {
                codes.put(text(xml.attribute("numFmtId")), text(xml.attribute("formatCode")));
            } else if (isInside && xml.isStart("xf") && formats.byStyle.size() < STYLES_MAX) {
                String id = text(xml.attribute("numFmtId"));
                String code = codes.get(id);
                formats.byStyle.add(code == null ? isBuiltIn(id) : isDay(code));
            }
        }
        return formats;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// 14 to 17 and 22 everywhere; 27 to 36 and 50 to 58 where the spreadsheet is Chinese.
    private static boolean isBuiltIn(String id) {
        int number = SheetNumbers.small(id, -1);
        return (number >= 14 && number <= 17)
                || number == 22
                || (number >= 27 && number <= 31)
                || number == 36
                || (number >= 50 && number <= 58);
    }

    private static boolean isDay(String code) {
        String bare = LITERAL.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0;
    }

    /// @param style the number that a cell has; absent: none
    boolean isDay(@Nullable String style, int none) {
        int number = style == null ? none : SheetNumbers.small(style, none);
        return number >= 0 && number < byStyle.size() && byStyle.get(number);
    }
}
