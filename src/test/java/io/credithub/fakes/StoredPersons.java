package io.credithub.fakes;

import io.credithub.flow.roster.Persons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What registrars were asked, and what is in doubt.
final class StoredPersons {
    final Map<UUID, Persons.Proposal> proposals = new LinkedHashMap<>();
    final Map<String, Doubted> doubts = new LinkedHashMap<>();

    /// @param teachers whom the row may be about
    record Doubted(Persons.RosterDoubt doubt, List<Integer> teachers) {}

    StoredPersons copy() {
        StoredPersons copy = new StoredPersons();
        copy.proposals.putAll(proposals);
        copy.doubts.putAll(doubts);
        return copy;
    }
}
