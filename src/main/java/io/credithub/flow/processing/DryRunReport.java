package io.credithub.flow.processing;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.FindingAt;
import java.util.List;

/// What would become of a delivery if it came now. `accepted + rejected + duplicate + waiting =
/// records`.
///
/// @param credits that would be posted
/// @param findings the first of them, at most [#FINDINGS_MAX], in order of position
public record DryRunReport(
        long records,
        long accepted,
        long rejected,
        long duplicate,
        long waiting,
        Credits credits,
        List<FindingAt> findings) {
    public static final int FINDINGS_MAX = 100;

    public DryRunReport {
        findings = List.copyOf(findings);
    }
}
