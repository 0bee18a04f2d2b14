package io.credithub.flow.breaks;

import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.flow.rules.CycleDay;

/// What is asked of whoever finds differences.
///
/// @param matching number of what records are matched by
/// @param rules from when on something is one
/// @param today which years are over
public record BreakQuestion(BreakScope scope, long matching, MatchingRules rules, CycleDay today) {}
