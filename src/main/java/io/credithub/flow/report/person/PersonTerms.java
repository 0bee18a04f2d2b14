package io.credithub.flow.report.person;

import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.report.ReportTermRefused;
import java.util.List;
import java.util.Map;

/// How papers about a person are asked for.
final class PersonTerms {
    private static final int LENGTH_MAX = 64;

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
}
