package io.credithub.domain.report;

/// The terms of the figures by which sources are scored.
final class SourceTerms {
    static final FigureTerms ACCEPTED =
            FigureTerms.of(
                    "accepted",
                    ReportUnit.RECORDS,
                    "接收",
                    "accepted",
                    "已接收的记录:入账、并列、暂缓、不予认定,及其后更替、撤回的",
                    "Records taken in, with those that were replaced or withdrawn later.");

    static final FigureTerms YEAR_RECORDS =
            FigureTerms.of(
                    "records",
                    ReportUnit.RECORDS,
                    "学年记录",
                    "records of the year",
                    "结业于本学年的入账、并列、暂缓、不予认定及待匹配记录之和;待匹配只计入全省",
                    "In force, aside, held, refused; in the province also those that wait.");

    static final FigureTerms MATCHED =
            FigureTerms.of(
                    "matched",
                    ReportUnit.RECORDS,
                    "匹配",
                    "matched",
                    "找到教师,且已入账或确认为并列的记录",
                    "Records that found their teacher and count, or stand aside as copies.");

    static final FigureTerms MATCH_RATE =
            FigureTerms.of(
                    "matchRate",
                    ReportUnit.SHARE,
                    "匹配率",
                    "match rate",
                    "匹配占学年记录的比例",
                    "Share of the records of the year that matched.");

    static final FigureTerms REJECTED_SHARE =
            FigureTerms.of(
                    "rejectedShare",
                    ReportUnit.SHARE,
                    "拒收率",
                    "share rejected",
                    "拒收占收到的比例;更正后接收的不计",
                    "Share of what was received that is rejected still.");

    static final FigureTerms LATE =
            FigureTerms.of(
                    "late",
                    ReportUnit.RECORDS,
                    "逾期",
                    "late",
                    "入账记录中,首次报送晚于对账办法所定期限的;未对账的不计",
                    "Records in force first reported too late, as runs of reconciliation found.");

    static final FigureTerms LATE_SHARE =
            FigureTerms.of(
                    "lateShare",
                    ReportUnit.SHARE,
                    "逾期率",
                    "share late",
                    "逾期占入账的比例",
                    "Share of the records in force that are late.");

    static final FigureTerms MEDIAN_DAYS =
            FigureTerms.of(
                    "medianDays",
                    ReportUnit.DAYS,
                    "报送天数中位数",
                    "median days",
                    "自结业至送达现行内容的天数:半数入账记录不多于此",
                    "Days from completion until it came: half of the records took no longer.");

    static final FigureTerms SILENCE =
            FigureTerms.of(
                    "silence",
                    ReportUnit.DAYS,
                    "距上次送达",
                    "days since last",
                    "最近一次送达至统计时刻的整天数",
                    "Full days from the last delivery until the moment of the report.");

    static final FigureTerms LONGEST_SILENCE =
            FigureTerms.of(
                    "longestSilence",
                    ReportUnit.DAYS,
                    "最长中断",
                    "longest silence",
                    "学年内两次送达之间、至统计时刻或学年末为止最长的整天数",
                    "Longest full days of the year without a delivery.");

    private SourceTerms() {}
}
