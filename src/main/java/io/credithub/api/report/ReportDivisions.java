package io.credithub.api.report;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.Particulars;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.problem.ReportCode;
import io.credithub.domain.Text;
import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.domain.division.KnownDivision;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.division.KnownDivisions;
import io.credithub.flow.division.RosterDivisions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/// Whether there is anybody that a report of a division could be about: a slip of a digit is told,
/// and is no empty report.
@Singleton
final class ReportDivisions {
    private static final Text UNLISTED =
            new Text(
                    "区划目录中没有此代码,花名册上也无人属于它;代码见 GET /api/v1/divisions",
                    "no list of divisions has it, and nobody on the roster belongs there; see GET"
                            + " /api/v1/divisions");

    private final KnownDivisions divisions;
    private final RosterDivisions roster;
    private final Callers callers;

    ReportDivisions(KnownDivisions divisions, RosterDivisions roster, Callers callers) {
        this.divisions = divisions;
        this.roster = roster;
        this.callers = callers;
    }

    /// One of today, one that somebody on the roster still stands in, or the caller's own. Where no
    /// list of divisions is on file, any.
    ///
    /// @return fails with [ProblemException] if it is none of these; of an abolished one it says
    ///   what took its place
    Uni<Void> orRefused(Jurisdiction asked) {
        boolean isOwn = asked.equals(callers.view());
        if (isOwn || asked.equals(Jurisdiction.NATION)) return Uni.createFrom().voidItem();
        return divisions
                .catalogue()
                .chain(known ->
                        holds(known, asked)
                                ? Uni.createFrom().voidItem()
                                : roster.count(asked)
                                        .invoke(heads -> {
                                            if (heads.isEmpty()) throw refused(known, asked);
                                        })
                                        .replaceWithVoid());
    }

    private static boolean holds(DivisionCatalogue known, Jurisdiction asked) {
        return known.all().isEmpty()
                || known.find(asked.divisionCode()).filter(KnownDivision::isToday).isPresent();
    }

    private static ProblemException refused(DivisionCatalogue known, Jurisdiction asked) {
        String code = asked.divisionCode();
        return new ProblemException(
                ReportCode.UNKNOWN_DIVISION,
                Particulars.of("division", code, hint(known.answersToday(code))));
    }

    private static Text hint(List<KnownDivision> today) {
        if (today.isEmpty()) return UNLISTED;
        String all =
                today.stream()
                        .map(one -> one.code() + " " + one.name())
                        .collect(Collectors.joining(", "));
        return new Text(
                "此区划已撤销,花名册上已无人属于它;现为:" + all,
                "it was abolished, and nobody on the roster belongs there any more; ask for: "
                        + all);
    }
}
