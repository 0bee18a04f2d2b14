package io.credithub.domain.standing;

import static io.credithub.domain.standing.StandingWordsTest.credits;
import static io.credithub.fixtures.Requiring.earned;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.Hundredths;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.NewTeacherRule;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.TeacherFacts.GrantedFact;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.domain.standing.words.StandingReason;
import io.credithub.domain.standing.words.StandingWords;
import io.credithub.fixtures.Policies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The words of a standing say what it holds and nothing else.
final class StandingWordsLawTest {
    private static final Pattern FIGURE = Pattern.compile("[0-9]+[.][0-9]{2}");
    private static final List<Level> LEVELS = List.of(Level.values());
    private static final List<Form> FORMS =
            List.of(Form.CENTRALISED, Form.ONLINE, Form.SCHOOL_BASED, Form.SELF_DIRECTED);

    /// Under every policy of the project, for teachers of all kinds: no sentence names a figure
    /// that the standing does not hold, and none is left unfinished.
    @Test
    void everyFigureOfASentenceIsOneOfTheStanding() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int figures = 0;
        for (int round = 0; round < 600; round++) {
            List<Policy> policies = Policies.all();
            Policy policy = policies.get(random.nextInt(policies.size()));
            Standing standing = drawn(policy, random);
            Set<String> known = figures(standing);
            for (StandingReason reason : StandingWords.of(policy, standing)) {
                for (String text :
                        List.of(reason.text().zh(), reason.text().en(), reason.value())) {
                    Matcher figure = FIGURE.matcher(text);
                    while (figure.find()) {
                        figures++;
                        assertThat(known).as("seed %d: %s", seed, text).contains(figure.group());
                    }
                }
                assertThat(reason.text().zh()).endsWith("。").doesNotContain("null");
                assertThat(reason.text().en()).endsWith(".").doesNotContain("null");
                assertThat(reason.paragraph()).isNotBlank();
            }
        }
        assertThat(figures).isGreaterThan(10_000);
    }

    private static Standing drawn(Policy policy, Random random) {
        int cycle = policy.cycleOf(LocalDate.of(2023, 5, 10));
        List<Earned> awards = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            Level level = LEVELS.get(random.nextInt(LEVELS.size()));
            Form form = FORMS.get(random.nextInt(FORMS.size()));
            String credits = random.nextInt(40) + "." + (10 + random.nextInt(90));
            awards.add(earned(cycle + random.nextInt(5), level, form, credits));
        }
        List<GrantedFact> grants =
                policy.terms().requirements().exemptions().stream()
                        .filter(_ -> random.nextInt(3) == 0)
                        .map(kind -> new GrantedFact(kind.kind(), cycle + random.nextInt(5)))
                        .toList();
        List<Loan> loans =
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Loan(cycle + random.nextInt(5), credits("7.77"), null));
        List<FrozenYear> frozen =
                random.nextInt(4) > 0
                        ? List.of()
                        : List.of(new FrozenYear(cycle, credits("19.00"), random.nextBoolean()));
        LocalDate joined =
                random.nextInt(3) > 0 ? null : LocalDate.of(cycle + random.nextInt(7), 10, 1);
        TeacherFacts teacher = new TeacherFacts(joined, null, false).with(grants, loans, frozen);
        LocalDate asOf = LocalDate.of(cycle + 1 + random.nextInt(6), 3, 1);
        return Standing.of(policy, new Entries(cycle, awards), teacher, asOf);
    }

    private static Set<String> figures(Standing standing) {
        Set<String> known = new HashSet<>();
        for (String amount : amounts(standing)) known.add(amount.replace("-", ""));
        Probation first = standing.probation();
        if (first == null) return known;
        NewTeacherRule asked = first.required();
        for (int hours :
                new int[] {
                    first.hourHundredths(),
                    first.centralised(),
                    first.schoolOrOnline(),
                    asked.hourHundredths(),
                    asked.centralised(),
                    asked.schoolOrOnline()
                }) {
            known.add(Hundredths.text(hours));
        }
        return known;
    }

    private static List<String> amounts(Standing standing) {
        List<Credits> all = new ArrayList<>(List.of(standing.recognised(), standing.earned()));
        for (YearStanding year : standing.years()) {
            all.addAll(List.of(year.earned(), year.recognised(), year.carriedIn(), year.minimum()));
            all.addAll(List.of(year.missing(), year.carriedOut(), year.borrowed(), year.repaid()));
            all.add(year.exempted());
            for (Cut cut : year.cuts()) all.add(cut.credits());
            for (YearFloor floor : year.floors()) {
                all.addAll(List.of(floor.recognised(), floor.carriedIn(), floor.borrowed()));
                all.addAll(List.of(floor.required(), floor.missing()));
            }
            if (year.decided() != null) {
                all.addAll(List.of(year.decided().recognised(), year.decided().difference()));
            }
        }
        for (LineStanding line : standing.lines()) {
            all.addAll(List.of(line.earned(), line.counted(), line.required()));
            all.addAll(List.of(line.missing(), line.cut(), line.line().threshold()));
        }
        for (OpenLoan loan : standing.openLoans()) all.addAll(List.of(loan.owed(), loan.repaid()));
        return all.stream().map(Credits::toString).toList();
    }
}
