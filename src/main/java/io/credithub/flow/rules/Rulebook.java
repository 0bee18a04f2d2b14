package io.credithub.flow.rules;

import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.PolicyBook;
import io.credithub.domain.policy.terms.Heading;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.rules.Policies.NumberedPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a province is judged by: one rule set for all of it, with its other versions by their days,
/// and those of its cities and counties. Somebody decided it, and everything is posted under the
/// last decision.
public final class Rulebook {
    private final RulebookDecision decided;
    private final NumberedPolicy main;
    private final Map<String, NumberedPolicy> byId = new TreeMap<>();
    private final PolicyBook book;
    private final String province;

    /// Whose decision it was.
    ///
    /// @param number of the decision, from 1; 0 for one that is only thought of
    /// @param since when it was put in force
    /// @param reason as it was given
    /// @param by the key that decided; `start` for the first one
    public record RulebookDecision(int number, Instant since, String reason, String by) {}

    /// @param main judges where and when no other holds
    /// @param all the versions, the main one among them or not
    public Rulebook(RulebookDecision decided, NumberedPolicy main, Collection<NumberedPolicy> all) {
        this.decided = decided;
        this.main = main;
        for (NumberedPolicy one : all) byId.put(one.policy().id(), one);
        byId.put(main.policy().id(), main);
        this.book = new PolicyBook(byId.values().stream().map(NumberedPolicy::policy).toList());
        String division = main.policy().heading().division();
        this.province = division == null ? Jurisdiction.NATION.divisionCode() : division;
    }

    public int number() {
        return decided.number();
    }

    public RulebookDecision decided() {
        return decided;
    }

    /// The division of the main rules: what the hub is for.
    public String province() {
        return province;
    }

    /// What holds where and when no other does.
    public NumberedPolicy main() {
        return main;
    }

    /// Every version, ordered by id.
    public List<NumberedPolicy> all() {
        return List.copyOf(byId.values());
    }

    /// Whether a city or county has rules of its own, so that it matters where a teacher is.
    public boolean isByPlace() {
        for (NumberedPolicy one : byId.values()) {
            String division = one.policy().heading().division();
            if (division != null && !division.equals(province)) return true;
        }
        return false;
    }

    /// What an award is judged by: the version of its completion date, where the teacher then was.
    ///
    /// @param residences empty: nobody knows where, so what holds in the whole province
    public NumberedPolicy ofAward(List<Residence> residences, LocalDate completedOn) {
        if (byId.size() == 1) return main;
        String place =
                residences.isEmpty() ? province : PolicyBook.divisionOn(residences, completedOn);
        return book.on(place, completedOn).map(this::numbered).orElse(main);
    }

    /// What is asked of a teacher in a cycle, seen from a day.
    public NumberedPolicy ofCycle(List<Residence> residences, int cycle, LocalDate asOf) {
        if (byId.size() == 1) return main;
        List<Residence> known =
                residences.isEmpty() ? List.of(new Residence(LocalDate.MIN, province)) : residences;
        return book.ofCycle(known, cycle, asOf).map(this::numbered).orElse(main);
    }

    /// Whatever holds somewhere on a day, what holds in the whole province first.
    List<NumberedPolicy> allOn(LocalDate day) {
        List<NumberedPolicy> there = new ArrayList<>();
        there.add(ofAward(List.of(), day));
        for (NumberedPolicy one : byId.values()) {
            Heading heading = one.policy().heading();
            if (heading.effective().holdsOn(day) && !there.contains(one)) there.add(one);
        }
        return there;
    }

    private NumberedPolicy numbered(Policy policy) {
        return byId.getOrDefault(policy.id(), main);
    }
}
