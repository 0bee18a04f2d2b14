package io.credithub.flow.reconciliation;

import io.credithub.domain.Text;
import io.credithub.flow.reconciliation.Figures.SignedStatements;
import io.credithub.flow.reconciliation.Invariant.Figure;
import java.util.List;

/// What has to hold of statements that were frozen: nothing in them has changed since.
final class SignedProof {
    private SignedProof() {}

    static Invariant claim(SignedStatements found) {
        return new Invariant(
                "signed/parts",
                new Text(
                        "每份编制或签署的学年对账表,清单与各文件的摘要均与冻结时一致",
                        "of every statement that was prepared or signed, the manifest and each part"
                                + " are what their digests say"),
                found.differing() == 0,
                List.of(
                        new Figure("statements", Long.toString(found.count())),
                        new Figure("parts", Long.toString(found.parts())),
                        new Figure("differing", Long.toString(found.differing()))));
    }
}
