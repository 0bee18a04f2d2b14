package io.credithub.store.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.recognition.Claim;
import io.credithub.flow.recognition.Claim.ClaimingSchool;
import io.credithub.flow.recognition.Claim.Dispatch;
import io.credithub.flow.recognition.Claim.Event;
import io.credithub.flow.recognition.ClaimNumber;
import io.credithub.flow.recognition.ClaimRepository.ClaimIdentity;
import io.credithub.flow.recognition.ClaimRepository.Earlier;
import io.credithub.flow.recognition.ClaimRepository.NewClaim;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// Where a claim is. Its version is the number of its last event: every event moves it on.
@Entity
@Table(name = "recognition")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
class ClaimRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "school_code", updatable = false)
    private String school;

    @Column(name = "division_code", updatable = false)
    private String division;

    @Enumerated(EnumType.STRING)
    private ClaimState state;

    private int revision;

    @Version private int version;

    @Column(name = "submitted_by", updatable = false)
    private String submittedBy;

    @Column(name = "idempotency_key", updatable = false)
    private @Nullable String key;

    @Column(name = "claim_ref", updatable = false)
    private @Nullable String ref;

    @Column(updatable = false)
    private byte[] digest;

    /// For Hibernate.
    ClaimRow() {}

    /// @param digest of what was sent, keyed
    static ClaimRow filed(NewClaim claim, byte[] digest) {
        ClaimRow row = new ClaimRow();
        row.school = claim.school().code();
        row.division = claim.school().division();
        row.state = ClaimState.SUBMITTED;
        row.revision = 1;
        row.version = 1;
        row.submittedBy = claim.identity().by();
        row.key = claim.identity().key();
        row.ref = claim.identity().ref();
        row.digest = digest;
        return row;
    }

    /// Where an event leads.
    ///
    /// @return false, and nothing changes, if it is not the next one: something was done about the
    ///   claim since it was looked at
    boolean take(Event event) {
        if (event.no() != version + 1) return false;
        state = event.state();
        revision = event.revision();
        return true;
    }

    ClaimNumber number() {
        return new ClaimNumber(Objects.requireNonNull(id, "not filed yet"));
    }

    /// @param digests any of which what is sent now may have
    Earlier earlier(ClaimIdentity identity, List<byte[]> digests) {
        boolean isByKey =
                key != null && key.equals(identity.key()) && submittedBy.equals(identity.by());
        boolean isSame = digests.stream().anyMatch(one -> Arrays.equals(one, digest));
        return new Earlier(number(), isByKey, isSame);
    }

    Claim claim(JsonNode body, List<Event> history, List<Dispatch> dispatches) {
        ClaimingSchool of = new ClaimingSchool(school, division);
        return new Claim(number(), of, state, revision, version, body, history, dispatches);
    }
}
