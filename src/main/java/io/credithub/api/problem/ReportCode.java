package io.credithub.api.problem;

import io.credithub.flow.report.ReportJob.ReportState;

/// The closed list of why there is no such report, no file of it to take, or none as known, beside
/// [ProblemCode].
public enum ReportCode implements Coded {
    NOT_MADE_YET(
            "HUB-2251",
            409,
            "报表尚未生成",
            "the report is not made yet",
            "查看 GET /api/v1/reports/{id},状态为 DONE 后再取",
            "see GET /api/v1/reports/{id}, and take it once its state is DONE"),
    NEVER_MADE(
            "HUB-2252",
            409,
            "报表已取消或生成失败,没有文件",
            "the report was cancelled or failed: it has no file",
            "查看 GET /api/v1/reports/{id} 的 failure,重新申请",
            "see failure in GET /api/v1/reports/{id}, and ask anew"),
    KEPT_NO_MORE(
            "HUB-2253",
            410,
            "报表文件已过保存期或因删除个人信息而删除",
            "the file was deleted: its time is over, or a person was erased",
            "重新申请;原文件的 SHA-256 仍可查",
            "ask anew; the SHA-256 of the old file is still told"),
    UNKNOWN_DIVISION(
            "HUB-2258",
            422,
            "没有这个区划",
            "there is no such division",
            "查看 GET /api/v1/divisions 中的代码;已撤销的,改用承接它的区划",
            "see the codes in GET /api/v1/divisions; of an abolished one, ask for what took its"
                    + " place"),
    NOT_KNOWN_SO_EARLY(
            "HUB-2254",
            409,
            "该时刻早于本学分汇所留存历史的最早时刻,当时所知已无从得知",
            "the moment is before the first that the hub still knows of: nobody can tell any more",
            "asOf 填写 remedy 所示时刻之后的时刻",
            "write an asOf after the moment that remedy names");

    private final CodeMeaning told;

    ReportCode(String code, int status, String zh, String en, String remedyZh, String remedyEn) {
        told = new CodeMeaning(code, status, zh, en, remedyZh, remedyEn);
    }

    @Override
    public CodeMeaning told() {
        return told;
    }

    /// Of a job without a file.
    public static ReportCode of(ReportState state) {
        return switch (state) {
            case WAITING, RUNNING -> NOT_MADE_YET;
            case FAILED, CANCELLED -> NEVER_MADE;
            case DONE, EXPIRED -> KEPT_NO_MORE;
        };
    }
}
