package io.credithub.domain.ledger;

import io.credithub.domain.Text;
import java.util.stream.Stream;

/// By what one content or copy counts and another does not, or is held for it. Stored by [#code],
/// which is never changed.
public sealed interface Criterion permits VersionRule, SurvivorshipRule, MatchRule {
    int code();

    Text text();

    /// The constant's name.
    String name();

    /// @throws IllegalArgumentException if no criterion has this code
    static Criterion of(int code) {
        return Stream.<Stream<? extends Criterion>>of(
                        Stream.of(VersionRule.values()),
                        Stream.of(SurvivorshipRule.values()),
                        Stream.of(MatchRule.values()))
                .<Criterion>flatMap(criteria -> criteria)
                .filter(criterion -> criterion.code() == code)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no criterion has the code " + code));
    }
}
