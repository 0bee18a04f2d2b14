package io.credithub.api.breaks;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.StorableText;
import io.credithub.domain.Text;
import io.credithub.domain.reconcile.BreakAction;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.flow.breaks.BreakActs.BreakDeed;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is to be done about a break.
///
/// @param reason needed for everything but `ASSIGN`
/// @param assignee of `ASSIGN`: a key, a role or a person; absent: nobody any more
/// @param owner of `CHANGE_OWNER`: whose move it is
public record DeedBody(
        @Schema(implementation = BreakAction.class) @Nullable String action,
        @Nullable String reason,
        @Nullable String assignee,
        @Schema(implementation = BreakOwner.class) @Nullable String owner) {
    private static final BreakAction[] DEEDS =
            Arrays.stream(BreakAction.values())
                    .filter(BreakAction::isDeed)
                    .toArray(BreakAction[]::new);
    private static final int ASSIGNEE_LENGTH_MAX = 100;
    private static final Text ASSIGNEE =
            new Text(
                    "密钥、岗位或人员,至多 100 个字符;仅用于 ASSIGN",
                    "a key, a role or a person, at most 100 characters; for ASSIGN only");

    /// @param by the id of the caller's key
    /// @throws ProblemException if something is missing, wrong or beside the point
    static BreakDeed deed(@Nullable DeedBody body, String by) {
        BreakAction action = one("action", body == null ? null : body.action, DEEDS);
        if (body == null) throw ProblemException.badParameter("action", ExpectedValue.NEEDED);
        String reason =
                body.reason == null && !action.needsReason()
                        ? null
                        : storable("reason", BankRequests.text(body.reason, "reason"));
        return new BreakDeed(action, reason, body.assignee(action), body.owner(action), by);
    }

    private @Nullable String assignee(BreakAction action) {
        if (assignee == null) return null;
        String text = assignee.strip();
        boolean isFit =
                action == BreakAction.ASSIGN
                        && !text.isEmpty()
                        && text.length() <= ASSIGNEE_LENGTH_MAX;
        if (isFit) return storable("assignee", text);
        throw ProblemException.badParameter("assignee", assignee, ASSIGNEE);
    }

    private @Nullable BreakOwner owner(BreakAction action) {
        if (action == BreakAction.CHANGE_OWNER) {
            return one("owner", owner, BreakOwner.values());
        }
        if (owner != null) throw ProblemException.badParameter("owner", ExpectedValue.NOTHING);
        return null;
    }

    private static String storable(String field, String text) {
        if (StorableText.isStorable(text)) return text;
        throw ProblemException.badParameter(field, ExpectedValue.text(ASSIGNEE_LENGTH_MAX));
    }

    static <E extends Enum<E>> E one(String field, @Nullable String name, E[] values) {
        for (E value : values) if (value.name().equals(name)) return value;
        throw ProblemException.badParameter(field, name, ExpectedValue.oneOf(values));
    }
}
