package io.credithub.flow.review;

import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.review.SignOffAct.SignOffActor;
import io.credithub.domain.review.SignOffOffice;
import io.credithub.flow.access.Jurisdiction;

/// Who asks for a step.
///
/// @param key its id, which stands for a person
/// @param office what the key answers for
/// @param note why, or what is to be known of it
public record SignOffRequest(String key, Jurisdiction office, String note) {
    /// What is signed is never changed, so that an ID number must not come into it.
    public SignOffRequest {
        note = ResidentId.masked(note);
    }

    /// As seen from a county that lies within the office.
    SignOffActor actor(String county) {
        boolean isOwn = office.divisionCode().equals(county);
        return new SignOffActor(key, isOwn ? SignOffOffice.COUNTY : SignOffOffice.ABOVE);
    }
}
