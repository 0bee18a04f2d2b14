package io.credithub.flow.feed;

import io.credithub.domain.Text;

/// What is wrong with a feed that is on: it runs on by itself as soon as it can, but somebody
/// should look.
public enum FeedAlarm {
    FAILING(
            "HUB-4425",
            "连续失败,见 lastError",
            "its polls fail one after the other: lastError says why"),
    SILENT(
            "HUB-4426",
            "超过预期时间没有音讯",
            "nothing has come of it for longer than expected: ask the source"),
    OVERDUE(
            "HUB-4427",
            "一次拉取或读取过久没有进展",
            "its poll has not moved on for a few intervals: see the log, or pause and resume it"),
    ROUTE_DEAD(
            "HUB-4428", "路由已停,正在重新启动", "its route does not run: the hub starts it again and again");

    private final String code;
    private final Text message;

    FeedAlarm(String code, String zh, String en) {
        this.code = code;
        this.message = new Text(zh, en);
    }

    public String code() {
        return code;
    }

    public Text message() {
        return message;
    }
}
