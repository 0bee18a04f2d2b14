package io.credithub.flow.explain;

import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.flow.explain.Provenance.PostedEntry;
import io.credithub.flow.statement.Statement.Explained;
import io.credithub.flow.teacher.Registry.Instead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a line of the ledger is there: from the bytes that came to the figure, and on to what became
/// of it.
///
/// @param rules the steps that led to it, computed again from the stored facts
/// @param policy by which it was judged
/// @param again the record as it came, and what its mapping makes of it
/// @param trail the lines of its record
/// @param copies other records of the same training, as they are now
/// @param taken what took the place of a reversed line
public record AwardExplanation(
        PostedEntry posted,
        Explained rules,
        Policy policy,
        Reread again,
        EntryTrail trail,
        List<OtherCopy> copies,
        @Nullable TakenPlace taken) {
    public AwardExplanation {
        copies = List.copyOf(copies);
    }

    /// What took the place of a line when it was reversed.
    ///
    /// @param title of its feed
    /// @param seq of its award, the first after the reversal; absent while there is none
    public record TakenPlace(Instead by, Text title, @Nullable Long seq) {}

    /// Whether the bytes that came give the very facts that the award rests on, by the mapping that
    /// is loaded now.
    public boolean matches() {
        return posted.line().facts().equals(again.facts());
    }

    /// A text of the record, fit to be shown.
    public static String shown(String text) {
        return new Masking(null).text(text);
    }

    /// The whole story in order, for a teacher.
    public List<Text> sentences() {
        return AwardWords.of(this);
    }
}
