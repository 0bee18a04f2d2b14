package io.credithub.api.problem;

import io.credithub.domain.Text;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What would have been right: the remedy of a wrong parameter or field, in words that name the
/// bounds or the choice.
public final class ExpectedValue {
    public static final Text FLAG = new Text("只能是 true 或 false", "write true or false");
    public static final Text WHOLE_NUMBER =
            new Text("填写整数,只用数字 0 至 9", "write a whole number, in the digits 0 to 9");
    public static final Text DAY =
            new Text(
                    "填写日期,如 2024-08-31,不晚于今天",
                    "write a day that exists, like 2024-08-31, not after today");
    public static final Text INSTANT =
            new Text(
                    "填写带时区的时刻,如 2026-08-31T08:00:00+08:00(网址中加号写作 %2B)",
                    "write a time with its zone, like 2026-08-31T08:00:00+08:00 (in an address the"
                            + " plus is %2B)");
    public static final Text NEEDED = new Text("此项必填", "this is needed");
    public static final Text KEY =
            new Text(
                    "1 至 128 个可见 ASCII 字符,不含空格",
                    "write 1 to 128 visible ASCII characters without spaces");
    public static final Text CURSOR =
            new Text("原样填写上一页的 next", "hand back the next of the page before as it is");
    public static final Text DIVISION =
            new Text("填写六位行政区划代码,如 140105", "write the six digits of a division, like 140105");
    public static final Text DECIMAL =
            new Text(
                    "填写大于 0、至多两位小数的数,如 12.50,不带千分号",
                    "write a number above 0 with at most two places, like 12.50, without"
                            + " separators");
    public static final Text STATED =
            new Text(
                    "填写 1990 年以来、不晚于明天的时间,如 2026-09-01T08:00:00+08:00",
                    "write a time since 1990 and not after tomorrow, like 2026-09-01T08:00:00Z");
    public static final Text NOTHING = new Text("不填此项", "leave it out");

    private ExpectedValue() {}

    public static Text between(long least, long most) {
        return new Text(
                "填写 %d 至 %d 之间的整数".formatted(least, most),
                "write a whole number from %d to %d".formatted(least, most));
    }

    public static Text text(int lengthMax) {
        return new Text(
                "必填,至多 %d 个字符".formatted(lengthMax),
                "needed, at most %d characters".formatted(lengthMax));
    }

    public static Text oneOf(String... names) {
        return oneOf(List.of(names));
    }

    public static Text oneOf(Collection<String> names) {
        String all = String.join(", ", names);
        return new Text("可用:" + all, "choose one of: " + all);
    }

    public static Text oneOf(Enum<?>... values) {
        return oneOf(Stream.of(values).map(Enum::name).toList());
    }

    /// For a name that is not known.
    ///
    /// @param names may be none
    public static Text names(Collection<String> names) {
        if (names.isEmpty()) return new Text("此处没有可用的参数", "nothing can be given here");
        String all = String.join(", ", names);
        return new Text("可用名称:" + all, "known here: " + all);
    }
}
