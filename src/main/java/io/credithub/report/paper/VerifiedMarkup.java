package io.credithub.report.paper;

import io.credithub.domain.Text;
import io.credithub.flow.certificate.CertificateWords;
import io.credithub.flow.certificate.Certificates.CertificateStatus;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.verify.VerifiedPaper.CertifiedFacts;
import io.credithub.flow.report.verify.VerifiedPaper.PaperOffice;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedCertificate;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedFile;
import io.credithub.flow.report.verify.VerifiedPaper.VerifiedReport;
import java.io.IOException;
import java.util.stream.Collectors;

/// The page that says whether a paper holds, piece by piece.
record VerifiedMarkup(Markup out) {
    private static final Text TITLE = new Text("验证", "Verification");
    private static final Text COMPARE =
            new Text(
                    "请与手中的纸件逐项核对;不一致的,纸件不可采信。",
                    "Compare each line with the paper: where they differ, do not rely on it.");
    private static final Text UNKNOWN = new Text("✕ 查无此件", "✕ Nothing is known of it");
    private static final Text UNKNOWN_MORE =
            new Text(
                    "学分汇没有这个编号或验证码。请先核对抄写是否有误;无误的,不是本学分汇出具的。",
                    "This hub knows no such number or code. See whether it was copied right; if so,"
                            + " the paper is not this hub's.");
    private static final Text REPORT = new Text("✓ 本报表由学分汇生成", "✓ This report is the hub's");
    private static final Text ERASED =
            new Text(
                    "该教师的个人信息已依法删除,仅存证明状态。",
                    "The teacher's personal data were erased; only the state of it is kept.");

    void open() throws IOException {
        String lang = out.language() == ReportLanguage.EN ? "en" : "zh-CN";
        out.line("<!DOCTYPE html>").open("html", "lang", lang).line("").open("head").line("");
        out.empty("meta", "charset", "UTF-8").line("");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.line("").empty("meta", "name", "robots", "content", "noindex").line("");
        out.element("title", PageLabel.HUB.text().plus(new Text(" · ", " · ")).plus(TITLE));
        out.line("").open("style").own(VerificationHtml.STYLE).close("style").line("");
        out.close("head").line("").open("body").line("").open("main").line("");
        Text kind = PageLabel.HUB.text().plus(new Text(" · ", " · ")).plus(TITLE);
        out.element("p", kind, "class", "kind").line("");
    }

    void close() throws IOException {
        out.close("main").line("").close("body").line("").close("html").line("");
        out.flush();
    }

    void unknown() throws IOException {
        result(UNKNOWN, "fails", UNKNOWN_MORE);
    }

    private void result(Text says, String look, Text more) throws IOException {
        out.element("h1", says, "class", look).line("");
        out.element("p", more, "class", "more").line("");
    }

    void certificate(VerifiedCertificate paper) throws IOException {
        Text meaning = paper.status().meaning().capital();
        String look = look(paper.status());
        String sign = look.equals("holds") ? "✓ " : look.equals("doubt") ? "! " : "✕ ";
        CertifiedFacts says = paper.says();
        result(new Text(sign, sign).plus(meaning), look, says == null ? ERASED : COMPARE);
        out.open("dl").line("");
        fact("证明", "Certificate", new Text("教师培训学分证明", "teachers' training credits"));
        fact("编号", "Number", plain(paper.number()));
        if (says != null) holder(says);
        fact("用途", "Purpose", paper.purpose().title());
        if (says == null) fact("周期首年", "Cycle from", plain("" + paper.cycle()));
        else facts(paper, says);
        fact("截至", "As of", plain(paper.asOf().toString()));
        fact("签发日期", "Issued on", plain(paper.issuedOn().toString()));
        if (says != null) fact("签发机构", "Issued by", office(says.office()));
        if (paper.endedOn() != null) {
            fact("作废日期", "Revoked on", plain(paper.endedOn().toString()));
        }
        out.close("dl").line("");
    }

    private static String look(CertificateStatus status) {
        return switch (status) {
            case VALID -> "holds";
            case IN_QUESTION -> "doubt";
            case REVOKED, STRUCK_OFF, UNKNOWN -> "fails";
        };
    }

    private void holder(CertifiedFacts says) throws IOException {
        fact("教师", "Teacher", plain(says.name()));
        if (says.idMasked() != null) fact("证件号码", "Document", plain(says.idMasked()));
    }

    private void facts(VerifiedCertificate paper, CertifiedFacts says) throws IOException {
        fact("周期", "Cycle", CertificateWords.cycle(paper.cycle(), says.cycleYears()));
        fact("结论", "Result", CertificateWords.verdict(says.verdict()));
        fact("认定学分", "Recognised", plain(says.recognised()));
        fact("应修学分", "Required", plain(says.required()));
        if (!says.inQuestion().isEmpty()) {
            String years =
                    says.inQuestion().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(" "));
            fact("存疑学年", "In question", plain(years));
        }
    }

    void report(VerifiedReport paper) throws IOException {
        result(REPORT, "holds", COMPARE);
        out.open("dl").line("");
        fact("报表", "Report", paper.name().title());
        fact("验证码", "Code", plain(paper.code()));
        fact("区划", "Division", office(paper.about()));
        fact("学年", "School year", plain(paper.schoolYear() + "–" + (paper.schoolYear() + 1)));
        PrintedCells cells = new PrintedCells(paper.zone(), out.language());
        fact("数据截至", "As of", plain(cells.moment(paper.asOf()) + " (" + paper.zone() + ")"));
        fact("制表", "Made by", plain(paper.madeBy()));
        out.close("dl").line("");
        out.element("h2", new Text("文件的 SHA-256", "SHA-256 of its files")).line("");
        out.open("dl").line("");
        for (VerifiedFile file : paper.files()) {
            String format = file.format().name() + " " + language(file.language());
            out.open("div").element("dt", format).open("dd");
            out.element("span", file.sha256(), "class", "sha").close("dd").close("div").line("");
        }
        out.close("dl").line("");
    }

    private static String language(ReportLanguage language) {
        return switch (language) {
            case ZH -> "中文";
            case EN -> "English";
            case BOTH -> "中文 English";
        };
    }

    private static Text office(PaperOffice office) {
        String code = office.division();
        return office.title().plus(new Text("(" + code + ")", " (" + code + ")"));
    }

    private static Text plain(String value) {
        return new Text(value, value);
    }

    private void fact(String zh, String en, Text value) throws IOException {
        out.open("div").element("dt", new Text(zh, en)).text(" ").element("dd", value).close("div");
        out.line("");
    }
}
