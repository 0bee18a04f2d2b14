package io.credithub.flow.rules;

import io.credithub.domain.policy.Policy;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The policy versions that the registry knows, by their number in it, and the decisions about
/// which of them judge.
public interface Policies {
    /// What is judged by, as far as this process knows. Whoever writes asks for the rulebook that
    /// the ledger lock names.
    Rulebook rules();

    /// A rulebook by its number; one that another process decided is learned first.
    ///
    /// @return fails with [IllegalArgumentException] if there is no such decision
    Uni<Rulebook> rules(int number);

    /// A rulebook that this process knows.
    ///
    /// @throws IllegalArgumentException if it does not
    Rulebook rulesOf(int number);

    /// What was judged by at a moment; before the first decision, the first one.
    Rulebook rulesAt(Instant moment);

    /// What holds where and when no other does.
    default NumberedPolicy inForce() {
        return rules().main();
    }

    /// The day of a moment where the province's days begin and end, by the calendar in force.
    default LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /// Where the province's days begin and end.
    default ZoneId zone() {
        return inForce().policy().terms().calendar().zone();
    }

    /// What an entry was judged by.
    ///
    /// @throws IllegalArgumentException if the registry has no such version
    Policy numbered(int number);

    record NumberedPolicy(int number, Policy policy) {}
}
