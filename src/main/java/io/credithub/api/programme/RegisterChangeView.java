package io.credithub.api.programme;

import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.EntryChange.EntryAct;
import io.credithub.flow.register.ChangeRegister.RegisterChanged;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done to the register, or would be.
///
/// @param version number of what records are matched by from then on; absent: nothing has changed
/// @param changes at most [#LISTED_MAX] of them
/// @param recomputation what follows for records, to be looked up under `recomputations`; absent:
///   nothing does
public record RegisterChangeView(
        @Nullable Long version,
        int changed,
        List<EntryChangeView> changes,
        @Nullable Integer recomputation) {
    static final int LISTED_MAX = 1000;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    /// @param detail what is new: the columns, the alias, the other's code; may be empty
    public record EntryChangeView(String code, String name, EntryAct act, String detail) {}

    static RegisterChangeView of(RegisterChanged changed) {
        return new RegisterChangeView(
                changed.version() == 0 ? null : changed.version(),
                changed.changes().size(),
                changed.changes().stream().limit(LISTED_MAX).map(RegisterChangeView::one).toList(),
                changed.recomputation());
    }

    private static EntryChangeView one(EntryChange change) {
        return new EntryChangeView(
                change.entry().code(),
                change.entry().terms().name(),
                change.act(),
                change.detail());
    }

    static Response answer(RegisterChanged changed) {
        return answer(changed, of(changed));
    }

    /// What follows for records is under way.
    static Response answer(RegisterChanged changed, Object view) {
        int status = changed.recomputation() == null ? OK : ACCEPTED;
        return Response.status(status).entity(view).type(MediaType.APPLICATION_JSON).build();
    }
}
