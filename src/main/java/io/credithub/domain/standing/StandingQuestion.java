package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.PolicyChoice;
import io.credithub.domain.policy.terms.LoanRule;
import io.credithub.domain.policy.terms.Residence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where would a teacher stand who completed this? Asked with everything that the answer depends
/// on: no registry is looked at.
///
/// @param asOf what was completed after it is left out
/// @param cycle its first school year; null: the cycle of the day
/// @param residences in any order; a choice by place needs at least one
/// @param awards in any order
@Article("四(五)")
public record StandingQuestion(
        LocalDate asOf,
        @Nullable Integer cycle,
        TeacherFacts teacher,
        List<Residence> residences,
        List<GivenAward> awards) {

    public StandingQuestion {
        residences = List.copyOf(residences);
        awards = List.copyOf(awards);
    }

    /// Something completed, with what it was awarded.
    ///
    /// @param credits null: not judged yet
    /// @param content as in [Earned#content()]
    public record GivenAward(
            Facts facts, @Nullable Credits credits, @Nullable String content, String recordId) {}

    /// A standing, or what keeps it from being told.
    public sealed interface StandingAnswer {
        /// @param policy that the requirements are of
        /// @param remarks of the awards, that stop nothing
        record ToldStanding(Policy policy, Standing standing, List<Finding> remarks)
                implements StandingAnswer {
            public ToldStanding {
                remarks = List.copyOf(remarks);
            }
        }

        /// @param findings at least one; their fields are pointers into the question
        record Untold(List<Finding> findings) implements StandingAnswer {
            public Untold {
                findings = List.copyOf(findings);
            }
        }
    }

    /// An award that cannot be judged leaves the whole question without an answer: a standing that
    /// lacks something unsaid would be wrong.
    public StandingAnswer answer(PolicyChoice policies) {
        Optional<Policy> now = policies.ofAward(residences, asOf);
        if (now.isEmpty()) return new StandingAnswer.Untold(List.of(nowhere()));
        int first = cycle == null ? now.get().cycleOf(asOf) : cycle;
        Optional<Policy> asked = policies.ofCycle(residences, first, asOf);
        if (asked.isEmpty()) return new StandingAnswer.Untold(List.of(noRule("/cycle", first)));
        if (asked.get().cycleOfSchoolYear(first) != first) {
            String year = String.valueOf(first);
            return new StandingAnswer.Untold(
                    List.of(new Finding(FindingCode.OUT_OF_RANGE, "/cycle", year)));
        }
        List<Finding> found = new ArrayList<>();
        repaid(asked.get(), first, found);
        List<Earned> earned = earned(policies, found);
        if (found.stream().anyMatch(one -> one.code().rejects()))
            return new StandingAnswer.Untold(found);
        return new StandingAnswer.ToldStanding(
                asked.get(),
                Standing.of(
                        new Entries(first, earned),
                        of -> policies.ofCycle(residences, of, asOf).orElse(null),
                        teacher,
                        asOf),
                found);
    }

    /// What is said to be repaid is of a loan before the cycle, and no more than is owed for it.
    private void repaid(Policy asked, int first, List<Finding> found) {
        LoanRule lending = asked.terms().requirements().loans();
        for (int at = 0; at < teacher.loans().size(); at++) {
            TeacherFacts.Loan loan = teacher.loans().get(at);
            Credits repaid = loan.repaid();
            if (repaid == null) continue;
            long owed = lending == null ? 0 : lending.owedFor(loan.credits().hundredths());
            if (loan.schoolYear() >= first || repaid.hundredths() > owed) {
                String place = "/teacher/loans/" + at + "/repaid";
                found.add(new Finding(FindingCode.OUT_OF_RANGE, place, repaid.toString()));
            }
        }
    }

    /// @param found where findings go, of awards that are judged and of those that cannot be
    private List<Earned> earned(PolicyChoice policies, List<Finding> found) {
        List<Earned> earned = new ArrayList<>(awards.size());
        for (int at = 0; at < awards.size(); at++) {
            GivenAward award = awards.get(at);
            Credits credits = award.credits();
            if (credits == null) credits = judged(award.facts(), policies, "/awards/" + at, found);
            if (credits == null) continue;
            earned.add(new Earned(award.facts(), credits, award.content(), award.recordId()));
        }
        return earned;
    }

    /// @return null if it cannot be judged, or is held
    private @Nullable Credits judged(
            Facts facts, PolicyChoice policies, String place, List<Finding> found) {
        Optional<Policy> policy = policies.ofAward(residences, facts.completedOn());
        if (policy.isEmpty()) {
            found.add(noRule(place + "/completedOn", facts.completedOn()));
            return null;
        }
        return switch (policy.get().judge(facts)) {
            case Judgement.Awarded awarded -> {
                for (Finding remark : awarded.remarks()) found.add(under(place, remark));
                List<Finding> silence = policy.get().silence(facts);
                for (Finding held : silence) found.add(under(place, held));
                yield silence.isEmpty() ? awarded.award().credits() : null;
            }
            case Judgement.Unjudged unjudged -> {
                for (Finding finding : unjudged.findings()) found.add(under(place, finding));
                yield null;
            }
        };
    }

    private Finding nowhere() {
        return residences.isEmpty()
                ? new Finding(FindingCode.NO_RULE, "/teacher/divisions", null)
                : noRule("/asOf", asOf);
    }

    private static Finding under(String place, Finding finding) {
        return new Finding(finding.code(), place + finding.field(), finding.value());
    }

    private static Finding noRule(String field, Object value) {
        return new Finding(FindingCode.NO_RULE, field, String.valueOf(value));
    }
}
