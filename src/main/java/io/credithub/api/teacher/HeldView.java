package io.credithub.api.teacher;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.RecordContent.Origin;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.statement.HeldRecords.HeldFor;
import io.credithub.flow.statement.HeldRecords.HeldTraining;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A training that earns nothing until a person decides, or since a person decided so.
///
/// @param id as `/api/v1/holds/{id}` takes it
/// @param state held or refused
/// @param reason why it is held; of a refused one what would hold it today, if anything does
/// @param code of the finding that its source is told
/// @param since it earns nothing
/// @param remedy what can be done about it
/// @param credits what it would be worth
/// @param heldFor the record that counts, and of which it may be a copy or cannot be true beside
/// @param refused what the registrar said who refused it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeldView(
        UUID id,
        VersionState state,
        @Nullable HoldReason reason,
        String code,
        Text why,
        Instant since,
        Text remedy,
        Credits credits,
        int schoolYear,
        TrainingRole role,
        TrainingView training,
        String feed,
        String recordId,
        long delivery,
        @Nullable HeldFor heldFor,
        @Nullable String refused) {
    static HeldView of(HeldTraining held) {
        Valuation worth = Objects.requireNonNull(held.version().copy().worth());
        Origin origin = held.version().copy().origin();
        HoldReason reason = held.reason();
        FindingCode finding = finding(held);
        boolean isHeld = held.version().now() == VersionState.HELD;
        return new HeldView(
                held.key(),
                held.version().now(),
                reason,
                finding.code(),
                reason != null && isHeld ? reason.text() : finding.message(),
                held.since(),
                finding.remedy(),
                new Credits(worth.price().credits()),
                worth.price().schoolYear(),
                worth.facts().role(),
                TrainingView.of(held.programme(), worth.facts()),
                origin.feedCode(),
                origin.recordId(),
                origin.delivery(),
                held.peer(),
                held.refused());
    }

    private static FindingCode finding(HeldTraining held) {
        HoldReason reason = held.reason();
        return reason == null || held.version().now() == VersionState.REFUSED
                ? FindingCode.REFUSED
                : reason.finding();
    }
}
