package io.credithub.mapping.policy;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.rules.PolicyVersion;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.rules.RulesOnFile;
import io.credithub.mapping.policy.PolicyFiles.PolicyFile;
import java.util.ArrayList;
import java.util.List;

/// The policies of a province among the files: a main one, with all that hold in its division or in
/// a part of it.
///
/// @param files as they were read
public record RuleFiles(PolicyFiles.LoadedPolicies files) implements RulesOnFile {
    @Override
    public FiledRules find(String policy, String inForce) {
        if (!files.problems().isEmpty()) return new FiledRules.BrokenFiles(files.problems());
        PolicyFile file = files.policies().get(policy);
        if (file == null)
            return new FiledRules.UnknownPolicy(List.copyOf(files.policies().keySet()));
        PolicyFile whole = files.policies().get(inForce);
        String part = file.policy().heading().division();
        String province = whole == null ? null : whole.policy().heading().division();
        boolean isPart =
                part != null
                        && province != null
                        && !part.equals(province)
                        && new Jurisdiction(province).covers(part);
        return new FiledRules.SoundRules(rules(isPart ? inForce : policy));
    }

    /// What a province is judged by. A policy of no division stands alone.
    ///
    /// @param main id of a policy that is there
    public RuleSet rules(String main) {
        PolicyFile file = files.policies().get(main);
        if (file == null) throw new IllegalArgumentException("no policy " + main);
        String division = file.policy().heading().division();
        PolicyVersion version = file.version();
        if (division == null) return new RuleSet(version, List.of(version));
        Jurisdiction province = new Jurisdiction(division);
        List<PolicyVersion> all = new ArrayList<>();
        for (PolicyFile one : files.policies().values()) {
            String place = one.policy().heading().division();
            if (place != null && province.covers(place)) all.add(one.version());
        }
        return new RuleSet(version, all);
    }
}
