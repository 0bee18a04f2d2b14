package io.credithub.report;

import io.credithub.domain.Text;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearStanding;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.Certificate.CertifiedTeacher;
import io.credithub.flow.certificate.Certificate.Floor;
import io.credithub.flow.certificate.Certificate.Year;
import io.credithub.flow.certificate.CertificatePaper;
import io.credithub.flow.certificate.CertificateWords;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A certificate as plain text, each line Chinese first.
@Singleton
public final class PlainCertificate implements CertificatePaper {
    @Override
    public String text(Certificate says) {
        List<String> lines = new ArrayList<>();
        lines.add("教师培训学分证明 · Certificate of teachers' training credits");
        lines.add("");
        lines.add(line("编号 Number", says.number()));
        lines.add(line("教师 Teacher", teacher(says.teacher())));
        lines.add(line("学校 School", school(says.teacher())));
        lines.add(line("用途 Purpose", says.purpose().title().zh() + " · " + english(says)));
        lines.add(line("周期 Cycle", cycle(says)));
        lines.add(line("截至 As of", says.asOf()));
        lines.add(line("依据 By", says.policy().source() + "(" + says.policy().id() + ")"));
        lines.add("");
        lines.add(line("结论 Verdict", verdict(says.verdict())));
        lines.add(
                line(
                        "学分 Credits",
                        "认定 recognised %s · 要求 required %s · 入账 earned %s"
                                .formatted(says.recognised(), says.required(), says.earned())));
        if (says.reserved() != null) {
            lines.add(line("为此预留 Reserved for it", says.reserved()));
        }
        if (says.inQuestion() != null) lines.add(doubt(says.inQuestion()));
        lines.add("");
        for (Year year : says.years()) lines.add(year(year));
        lines.add("");
        for (Floor floor : says.floors()) lines.add(floor(floor));
        lines.add("");
        lines.add(line("签发 Issued", issued(says)));
        return String.join("\n", lines) + "\n";
    }

    private static String issued(Certificate says) {
        return "%s,%s(密钥 key %s)"
                .formatted(says.issuedAt(), says.issuedBy().division(), says.issuedBy().key());
    }

    private static String doubt(List<Integer> years) {
        return line(
                "存疑 In question",
                years
                        + " 学年的审定结果与账本不一致,待审定部门处理 school years whose result is not"
                        + " what the ledger says; the deciding authority has yet to settle it");
    }

    private static String line(String name, String value) {
        return name + ": " + value;
    }

    private static String english(Certificate says) {
        return says.purpose().title().en();
    }

    private static String teacher(CertifiedTeacher teacher) {
        return joined(teacher.name(), teacher.number(), teacher.idMasked());
    }

    private static String school(CertifiedTeacher teacher) {
        return joined(teacher.schoolName(), teacher.schoolCode());
    }

    private static String joined(@Nullable String... parts) {
        String all = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
        return all.isEmpty() ? "–" : all;
    }

    private static String cycle(Certificate says) {
        int last = says.cycle() + says.cycleYears() - 1;
        return "%d–%d 学年 school years".formatted(says.cycle(), last);
    }

    private static String year(Year year) {
        String borrowed = year.borrowed().equals("0.00") ? "" : ",借入 borrowed " + year.borrowed();
        return "  %d–%d: 认定 recognised %s%s,%s"
                .formatted(
                        year.schoolYear(),
                        year.schoolYear() + 1,
                        year.recognised(),
                        borrowed,
                        outcome(year.outcome()));
    }

    private static String floor(Floor floor) {
        return "  %s %s %s: %s %s / %s"
                .formatted(
                        floor.met() ? "[已达 met]" : "[未达 missing]",
                        floor.title().zh(),
                        floor.title().en(),
                        floor.recognised() == null ? "已获 earned" : "认定 recognised",
                        floor.recognised() == null ? floor.earned() : floor.recognised(),
                        floor.required());
    }

    private static String outcome(YearStanding.YearResult outcome) {
        return CertificateWords.year(outcome).zh() + " " + CertificateWords.year(outcome).en();
    }

    private static String verdict(Standing.Verdict verdict) {
        Text words = CertificateWords.verdict(verdict);
        return words.zh() + " · " + words.en();
    }
}
