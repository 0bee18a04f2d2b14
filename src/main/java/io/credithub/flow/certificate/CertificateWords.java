package io.credithub.flow.certificate;

import io.credithub.domain.Text;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearStanding;

/// What certificates and statements call a result, wherever one is printed.
public final class CertificateWords {
    private CertificateWords() {}

    public static Text verdict(Standing.Verdict verdict) {
        return switch (verdict) {
            case QUALIFIED -> new Text("周期合格", "qualified");
            case NOT_YET -> new Text("周期未满,尚未修满", "not yet");
            case BLOCKED -> new Text("借贷未还清", "blocked by a loan that is not repaid");
            case UNQUALIFIED -> new Text("周期不合格", "unqualified");
            case NOT_REGISTERED -> new Text("本周期不登记学分", "not registered");
            case LEFT -> new Text("已离职,周期不作审定", "left");
        };
    }

    public static Text year(YearStanding.YearResult outcome) {
        return switch (outcome) {
            case OPEN -> new Text("未结束", "open");
            case QUALIFIED -> new Text("合格", "qualified");
            case BORROWED -> new Text("借贷后合格", "qualified by a loan");
            case UNQUALIFIED -> new Text("不合格", "unqualified");
        };
    }

    /// `2022–2026 学年`: from the first school year to the last.
    ///
    /// @param years how many
    public static Text cycle(int first, int years) {
        String both = first + "–" + (first + years - 1);
        return new Text(both + " 学年", both + " school years");
    }
}
