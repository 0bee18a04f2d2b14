package io.credithub.report.paper;

import io.credithub.domain.Text;
import io.credithub.flow.report.head.FigureWords;

/// What stands on every report, whatever it is about.
enum PageLabel {
    HUB("学分汇", "Credit Hub"),
    PLACE("区划", "Division"),
    PERIOD("期间", "Period"),
    AS_OF("数据截至", "As of"),
    MADE_BY("制表", "Made by"),
    KEY_FIGURES("主要数字", "Key figures"),
    TOTAL("合计", "Total"),
    NO_ROWS("没有记录", "Nothing to list"),
    TOO_MANY_BARS("行数过多,不作图。", "Too many rows for a chart."),
    BASIS("依据", "Basis"),
    MEANINGS("指标口径", "What the figures count"),
    PREPARED("编制", "Prepared by"),
    REVIEWED("审核", "Reviewed by"),
    APPROVED("批准", "Approved by"),
    SIGNED_ON("日期(公章)", "Date and seal"),
    VERIFICATION("验证码", "Verification code"),
    QR("二维码,打开", "QR code that opens"),
    VERIFY_BY_LINK(
            "验证:扫码或打开上面的网址,所示内容应与本件一致;不一致或查无此件的,不是学分汇出具的。",
            "To verify, scan the code or open the address: what it says must agree with this paper."
                    + " What is not known there is not the hub's."),
    VERIFY_BY_CODE(
            "验证:在学分汇的网址后加 /verify/ 和验证码打开,所示内容应与本件一致。",
            "To verify, open /verify/ and the code at the hub's address: what it says must agree"
                    + " with this paper.");

    private final Text text;

    PageLabel(String zh, String en) {
        text = new Text(zh, en);
    }

    Text text() {
        return text;
    }

    /// How many rows a table has.
    static Text rows(long rows) {
        String count = FigureWords.count(rows);
        return new Text("共 " + count + " 行", count + (rows == 1 ? " row" : " rows"));
    }

    /// What a chart is, for who cannot see it.
    static Text chart(int bars, Text table) {
        return new Text(
                "横条图,共 " + bars + " 行;数值见表“" + table.zh() + "”。",
                "Bar chart of " + bars + " rows; the table “" + table.en() + "” has the figures.");
    }
}
