package io.credithub.flow.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Credits;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A claim as it is kept, with everything that was ever done about it.
///
/// @param school who claims
/// @param revision of the body, from 1: a returned claim comes back with the next one
/// @param version how often anything was done about it: the number of the last event
/// @param body as the school last sent it
/// @param history in order; only ever grows
/// @param dispatches what decisions gave the ledger, in order
public record Claim(
        ClaimNumber number,
        ClaimingSchool school,
        ClaimState state,
        int revision,
        int version,
        JsonNode body,
        List<Event> history,
        List<Dispatch> dispatches) {

    /// @param division the six digits of its county
    public record ClaimingSchool(String code, String division) {}

    /// Something that was done.
    ///
    /// @param no from 1
    /// @param by the id of the key
    /// @param revision of the body that it was done to
    /// @param decided what a reviewer decided for the whole work, where the policy leaves it open
    public record Event(
            int no,
            ClaimAction act,
            ClaimState state,
            String by,
            Instant at,
            int revision,
            @Nullable String note,
            @Nullable Credits decided) {}

    /// Records on their way to the ledger.
    ///
    /// @param no of the event that they come from
    /// @param delivery null until they are known to have landed
    public record Dispatch(int no, @Nullable Long delivery) {}

    /// Whether any version of it came with this key.
    boolean cameFrom(String key) {
        return history.stream()
                .filter(event ->
                        event.act() == ClaimAction.SUBMIT || event.act() == ClaimAction.RESUBMIT)
                .anyMatch(event -> event.by().equals(key));
    }
}
