package io.credithub.flow.report.person;

import io.credithub.domain.Text;
import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportRefused;
import io.credithub.flow.report.ReportTermRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// How papers about a person are asked for.
final class PersonTerms {
    /// So long a job may wait before it is made; what is asked as of earlier is asked of the past.
    private static final Duration MADE_WITHIN = Duration.ofHours(1);

    private static final int LENGTH_MAX = 64;
    private static final Text PAST =
            new Text(
                    "本表只反映现在;过去某日的状况,见 /api/v1/teachers/{teacherNo}/standing?asOf=",
                    "this paper tells of now: for a past day ask"
                            + " /api/v1/teachers/{teacherNo}/standing?asOf=");

    private PersonTerms() {}

    /// A number that has to be given. A resident identity number is none: it would be kept with the
    /// request.
    ///
    /// @throws ReportTermRefused if there is none, masked where it is an identity number
    static String number(Map<String, String> terms, String term, String wanted) {
        String number = terms.getOrDefault(term, "").strip();
        String masked = ResidentId.masked(number);
        boolean isOne = !number.isEmpty() && number.length() <= LENGTH_MAX && masked.equals(number);
        if (isOne) return number;
        throw new ReportTermRefused(term, masked, List.of(wanted));
    }

    /// @throws ReportRefused if a past moment is asked about
    static void orRefused(ReportQuestion question, Instant now) {
        if (question.asOf().isBefore(now.minus(MADE_WITHIN))) throw new ReportRefused(PAST);
    }
}
