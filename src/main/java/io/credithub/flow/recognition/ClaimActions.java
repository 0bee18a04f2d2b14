package io.credithub.flow.recognition;

import io.credithub.domain.Credits;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimWorkflow;
import io.credithub.domain.recognition.ClaimWorkflow.Actor;
import io.credithub.domain.recognition.ClaimWorkflow.ClaimStep;
import io.credithub.domain.recognition.Party;
import io.credithub.flow.access.Caller;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// From callers and claims to what the ground floor decides on.
final class ClaimActions {
    private ClaimActions() {}

    /// @param note why it is done
    record ActionRemark(@Nullable String note, @Nullable Credits decided) {}

    static ClaimStep take(Claim claim, ClaimAction act, Caller caller, @Nullable String note) {
        boolean isSchool = caller.grant() instanceof Permission.SchoolPermission;
        Party office = isSchool ? Party.SCHOOL : Party.COUNTY;
        Actor actor = new Actor(office, claim.cameFrom(caller.key()));
        return ClaimWorkflow.take(claim.state(), act, actor, note != null);
    }

    /// The event that comes next. The registry sets its time.
    ///
    /// @throws IllegalStateException if it may not be done; ask [#take] first
    static Claim.Event event(Claim claim, ClaimAction act, Caller caller, ActionRemark said) {
        if (!(take(claim, act, caller, said.note()) instanceof ClaimStep.NextState done)) {
            throw new IllegalStateException(act + " is barred");
        }
        return new Claim.Event(
                claim.version() + 1,
                act,
                done.state(),
                caller.key(),
                Instant.EPOCH,
                act == ClaimAction.RESUBMIT ? claim.revision() + 1 : claim.revision(),
                said.note(),
                said.decided());
    }

    /// What a school sees: a claim that comes back is its own still.
    static Visibility of(Claim.ClaimingSchool school) {
        return new Visibility(new Jurisdiction(school.division()), school.code());
    }
}
