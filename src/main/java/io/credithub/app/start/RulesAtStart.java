package io.credithub.app.start;

import io.credithub.domain.policy.terms.Terms;
import io.credithub.flow.rules.FiledTerms;
import io.credithub.flow.rules.MatchingFigures;
import io.credithub.flow.rules.MatchingFigures.TermChange;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.PolicyVersion;
import io.credithub.flow.rules.RuleSet;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.store.rules.PostgresMatchings;
import io.credithub.store.rules.PostgresPolicies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/// The rules and the terms of matching that the registry has, and what the files say otherwise.
@ApplicationScoped
class RulesAtStart {
    private static final Logger LOG = Logger.getLogger(RulesAtStart.class);

    private final PostgresPolicies policies;
    private final RuleSet rules;
    private final PostgresMatchings matchings;
    private final FiledTerms terms;

    RulesAtStart(
            PostgresPolicies policies,
            RuleSet rules,
            PostgresMatchings matchings,
            FiledTerms terms) {
        this.policies = policies;
        this.rules = rules;
        this.matchings = matchings;
        this.terms = terms;
    }

    /// Files that say something else than what is in force change nothing by themselves; that they
    /// do is told.
    Uni<Void> learn() {
        return policies.learn(rules, PolicyFiles::again)
                .invoke(this::tellRules)
                .chain(() -> matchings.learn(terms))
                .invoke(this::tellTerms)
                .replaceWithVoid();
    }

    private void tellRules() {
        Map<String, Terms> inForce = new TreeMap<>();
        for (Policies.NumberedPolicy one : policies.rules().all()) {
            inForce.put(one.policy().id(), one.policy().terms());
        }
        Map<String, Terms> onFile = new TreeMap<>();
        for (PolicyVersion one : rules.all()) onFile.put(one.policy().id(), one.policy().terms());
        String main = rules.main().policy().id();
        boolean isSame = onFile.equals(inForce) && main.equals(policies.inForce().policy().id());
        if (isSame) return;
        LOG.warnf(
                "政策文件与现行规则不同,仍按现行规则折算。The policy files differ from the rules in force, which go"
                        + " on judging. What would change: ./hub recompute --policy %s --dry-run",
                main);
    }

    private void tellTerms(MatchingTerms inForce) {
        List<TermChange> changes = MatchingFigures.between(inForce, terms.after(inForce));
        if (changes.isEmpty()) return;
        LOG.warnf(
                "比对文件或来源权限与现行的不同,仍按现行的比对。The matching file, or what feeds may report, differs"
                        + " from what is in force, which goes on matching: %s. What would change:"
                        + " ./hub recompute --matching %s --dry-run",
                changes, terms.file().id());
    }
}
