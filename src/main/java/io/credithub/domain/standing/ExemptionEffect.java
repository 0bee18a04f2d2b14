package io.credithub.domain.standing;

import io.credithub.domain.policy.terms.Exemption;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.standing.TeacherFacts.GrantedFact;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a teacher's exemptions let off in a school year. Of one kind, a year knows only one.
///
/// @param kinds that were granted
/// @param waivesYear the year asks nothing
/// @param hundredths off the year's minimum, and off the total of the cycle
record ExemptionEffect(Set<String> kinds, boolean waivesYear, long hundredths) {
    static final ExemptionEffect NONE = new ExemptionEffect(Set.of(), false, 0);

    static ExemptionEffect of(List<Exemption> known, TeacherFacts teacher, int schoolYear) {
        if (teacher.exemptions().isEmpty()) return NONE;
        Set<String> granted = new HashSet<>();
        for (GrantedFact grant : teacher.exemptions()) {
            if (grant.schoolYear() == schoolYear) granted.add(grant.kind());
        }
        Set<String> kinds = new HashSet<>();
        boolean waived = false;
        long off = 0;
        for (Exemption exemption : known) {
            if (!granted.contains(exemption.kind())) continue;
            kinds.add(exemption.kind());
            waived |= exemption.waivesYear();
            off += exemption.credits().hundredths();
        }
        return new ExemptionEffect(kinds, waived, off);
    }

    boolean waives(RequirementLine floor) {
        return (waivesYear && floor.isYearly()) || !Collections.disjoint(kinds, floor.waivedBy());
    }
}
