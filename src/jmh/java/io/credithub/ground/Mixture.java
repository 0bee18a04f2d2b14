package io.credithub.ground;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.HoursRule;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.policy.terms.ResultRule;
import io.credithub.domain.policy.terms.ResultRule.ResultWorth;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.mapping.policy.PolicyFiles.PolicyFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Completions as a province has them, that a policy can judge: two in three are courses, one in
/// six is blended, the rest are results. The same seed gives the same ones.
final class Mixture {
    private static final long SEED = 20_170_814;
    private static final List<Level> LEVELS = List.of(Level.values());
    private static final Grade[] GRADES = {
        Grade.PASS, Grade.PASS, Grade.GOOD, Grade.GOOD, Grade.EXCELLENT, Grade.FAIL
    };
    private static final Form[] PART_FORMS = {Form.CENTRALISED, Form.ONLINE, Form.SCHOOL_BASED};

    private final Policy policy;
    private final LocalDate firstDay;
    private final int days;
    private final List<String> themes;
    private final Random random = new Random(SEED);

    /// @param firstDay of the cycle that the completions fall into
    Mixture(Policy policy, LocalDate firstDay) {
        this.policy = policy;
        this.firstDay = firstDay;
        this.days = policy.terms().calendar().cycleYears() * 365;
        TreeSet<String> known = new TreeSet<>();
        for (RequirementLine line : policy.lines()) known.addAll(line.scope().themes());
        for (HoursRule rule : policy.terms().awards().hours()) known.addAll(rule.themes());
        this.themes = List.copyOf(known);
    }

    /// @throws IllegalStateException if the project has no such policy
    static Policy policy(String id) {
        Path project = Path.of(System.getProperty("hub.project", "."));
        PolicyFile file = PolicyFiles.ofProject(project).policies().get(id);
        if (file == null) throw new IllegalStateException("no policy " + id);
        return file.policy();
    }

    List<Facts> facts(int count) {
        List<Facts> facts = new ArrayList<>(count);
        while (facts.size() < count) {
            Facts one = facts();
            if (policy.judge(one) instanceof Judgement.Awarded) facts.add(one);
        }
        return facts;
    }

    private Facts facts() {
        Level level = LEVELS.get(random.nextInt(LEVELS.size()));
        int kind = random.nextInt(6);
        Training training = kind < 4 ? course() : kind < 5 ? blended() : result();
        List<String> about = new ArrayList<>();
        for (String theme : themes) if (random.nextInt(4) == 0) about.add(theme);
        return new Facts(level, training, about, firstDay.plusDays(random.nextInt(days)));
    }

    private Training course() {
        return new Training.Course(partForm(), hours(), grade(), attendance());
    }

    private Training blended() {
        int first = hours();
        int second = hours();
        List<Training.Part> parts =
                List.of(
                        new Training.Part(Form.CENTRALISED, first),
                        new Training.Part(Form.ONLINE, second));
        return new Training.Blended(
                random.nextInt(8) == 0 ? List.of() : parts, first + second, grade(), attendance());
    }

    private Training result() {
        List<ResultRule> rules = policy.terms().awards().results();
        ResultRule rule = rules.get(random.nextInt(rules.size()));
        String category = rule.category() == null ? "PAPER" : rule.category();
        String role = rule.role();
        if (role == null && !rule.shares().isEmpty()) {
            role = rule.shares().get(random.nextInt(rule.shares().size())).role();
        }
        BigDecimal decided =
                rule.worth() instanceof ResultWorth.DecidedRange bounds
                        ? BigDecimal.valueOf(bounds.most().hundredths(), 2)
                        : null;
        BigDecimal quantity = decided == null ? BigDecimal.valueOf(1 + random.nextInt(4)) : null;
        return new Training.SelfDirected(category, rule.rank(), role, quantity, decided);
    }

    private Form partForm() {
        return PART_FORMS[random.nextInt(PART_FORMS.length)];
    }

    /// Of four hours to eighty, some of them half hours.
    private int hours() {
        return 400 + 50 * random.nextInt(152);
    }

    private Grade grade() {
        return GRADES[random.nextInt(GRADES.length)];
    }

    /// Most sources do not give it.
    private @Nullable BigDecimal attendance() {
        return random.nextInt(4) > 0 ? null : BigDecimal.valueOf(70 + random.nextInt(31), 2);
    }
}
