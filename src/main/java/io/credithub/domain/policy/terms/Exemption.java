package io.credithub.domain.policy.terms;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;

/// A kind of exemption (减免) that a roster record with evidence may grant for a school year. Which
/// floors it takes off, each floor says: [RequirementLine#waivedBy()].
///
/// @param kind as `MATERNITY`
/// @param waivesYear the year asks nothing: neither its minimum nor its yearly floors
/// @param credits off the year's minimum and off the total of the cycle
public record Exemption(
        String kind, Text title, boolean waivesYear, Credits credits, String paragraph) {}
