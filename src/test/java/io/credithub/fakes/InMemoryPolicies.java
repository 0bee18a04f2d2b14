package io.credithub.fakes;

import io.credithub.domain.policy.Policy;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Policies.NumberedPolicy;
import io.credithub.flow.rules.PolicyVersion;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.rules.Rulebook;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Policy versions by their numbers, and the decisions that the registry holds about them.
public final class InMemoryPolicies implements Policies {
    private final InMemoryLedger ledger;
    private final List<PolicyVersion> versions = new ArrayList<>();

    public InMemoryPolicies(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /// Puts rules in force, as the first start does.
    public void begin(RuleSet rules) {
        Instant now = ledger.clock().instant();
        ledger.change(state ->
                        state.rulebooks.add(
                                rulebook(
                                        rules,
                                        new Rulebook.RulebookDecision(
                                                state.rules() + 1, now, "start", "start"))))
                .await()
                .indefinitely();
    }

    /// @return rules as they would judge
    Rulebook rulebook(RuleSet rules, Rulebook.RulebookDecision decided) {
        return new Rulebook(
                decided, numbered(rules.main()), rules.all().stream().map(this::numbered).toList());
    }

    private synchronized NumberedPolicy numbered(PolicyVersion version) {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).isOf(version.policy().id(), version.digest())) {
                return new NumberedPolicy(i + 1, versions.get(i).policy());
            }
        }
        versions.add(version);
        return new NumberedPolicy(versions.size(), version.policy());
    }

    @Override
    public Rulebook rules() {
        return ledger.committed().rulebooks.getLast();
    }

    @Override
    public Uni<Rulebook> rules(int number) {
        return Uni.createFrom().item(() -> rulesOf(number));
    }

    @Override
    public Rulebook rulesOf(int number) {
        List<Rulebook> books = ledger.committed().rulebooks;
        if (number < 1 || number > books.size()) {
            throw new IllegalArgumentException("no decision " + number);
        }
        return books.get(number - 1);
    }

    @Override
    public Rulebook rulesAt(Instant moment) {
        List<Rulebook> books = ledger.committed().rulebooks;
        Rulebook at = books.getFirst();
        for (Rulebook book : books) if (!book.decided().since().isAfter(moment)) at = book;
        return at;
    }

    @Override
    public synchronized Policy numbered(int number) {
        if (number < 1 || number > versions.size()) {
            throw new IllegalArgumentException("no policy version " + number);
        }
        return versions.get(number - 1).policy();
    }
}
