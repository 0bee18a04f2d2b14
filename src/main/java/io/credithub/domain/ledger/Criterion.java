package io.credithub.domain.ledger;

import io.credithub.domain.Text;
import java.util.stream.Stream;

/// By what one content or copy counts and another does not. Stored by [#code], which is never
/// changed.
public sealed interface Criterion permits VersionRule, SurvivorshipRule {
    int code();

    Text text();

    /// The constant's name.
    String name();

    /// @throws IllegalArgumentException if no criterion has this code
    static Criterion of(int code) {
        return Stream.<Criterion>concat(
                        Stream.of(VersionRule.values()), Stream.of(SurvivorshipRule.values()))
                .filter(criterion -> criterion.code() == code)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no criterion has the code " + code));
    }
}
