package io.credithub.app.check;

import io.credithub.domain.Hundredths;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.flow.rules.MatchingVersion;
import java.util.List;

/// How records are matched, in short: a line for each matching file.
final class MatchingLadder {
    private static final int DIGEST_SHOWN = 12;

    private MatchingLadder() {}

    static String of(List<MatchingVersion> versions) {
        StringBuilder lines = new StringBuilder();
        for (MatchingVersion version : versions) lines.append(line(version)).append('\n');
        return lines.toString();
    }

    private static String line(MatchingVersion version) {
        MatchingRules rules = version.rules();
        return "比对 matching %s(%s):同一项目 same programme ±%d d · 编号 agreed codes %s · 名称相近 names alike ±%d d, %d %% · 集中 centralised ≤ %s h/d(无开始日期 no first day: %d d)"
                .formatted(
                        version.id(),
                        version.digest().substring(0, DIGEST_SHOWN),
                        rules.sameProgrammeDays(),
                        rules.agreedCodes().isEmpty() ? "–" : String.join(" ", rules.agreedCodes()),
                        rules.alikeDays(),
                        rules.alikeHoursPercent(),
                        Hundredths.text(rules.hoursADayMax()),
                        rules.openPeriodDays());
    }
}
