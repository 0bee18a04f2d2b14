package io.credithub.domain.programme;

import java.util.regex.Pattern;

/// Sessions and years within a name: 第三期, 2期, 2023年, 2022-2023学年, 二〇二三年. A season or a month stays:
/// 春 and 秋 are two trainings.
final class SessionMarks {
    private static final String NUMERAL = "[0-9零〇○一二三四五六七八九十百两]";

    private static final String YEAR = "(?:(?:19|20)[0-9]{2}|(?:二[〇零○0]|一九)[〇零○0一二三四五六七八九]{2})";
    private static final String TO = "[-—–―−‐‑~～〜至到/]+";

    /// Without 第 only at an edge, and not where it begins a word: 十四五期间.
    private static final Pattern SESSION =
            Pattern.compile(
                    "第"
                            + NUMERAL
                            + "{1,4}(?:期|批次?|轮)"
                            + "|(?<![\\p{L}\\p{N}])"
                            + NUMERAL
                            + "{1,4}期(?![间末中初])"
                            + "|(?<!"
                            + NUMERAL
                            + ")"
                            + NUMERAL
                            + "{1,4}期(?![\\p{L}\\p{N}])");

    private static final Pattern YEARS =
            Pattern.compile(
                    "(?<!"
                            + NUMERAL
                            + ")"
                            + YEAR
                            + "(?:年?"
                            + TO
                            + "(?:"
                            + YEAR
                            + "|[0-9]{2}(?=学?年)))?"
                            + "(?:学年度?|年度?)?(?!"
                            + NUMERAL
                            + ")"
                            + "|(?<![0-9])[0-9]{2}"
                            + TO
                            + "[0-9]{2}学年度?");

    private SessionMarks() {}

    /// @return without them; what stood on both sides is not drawn together into one number
    static String cut(String text) {
        return YEARS.matcher(SESSION.matcher(text).replaceAll("")).replaceAll("");
    }
}
