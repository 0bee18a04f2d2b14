package io.credithub.api.teacher;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.erasure.Erasures;
import io.credithub.flow.erasure.Erasures.Erasure;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Who is to be erased, or was.
@Path("/api/v1/erasures")
@Tag(name = "registry")
public final class ErasuresResource {
    private final Erasures erasures;
    private final Callers callers;

    ErasuresResource(Erasures erasures, Callers callers) {
        this.erasures = erasures;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "删除申请及其进度,新者在前 · Persons to be erased, and how far it is; newest first")
    public Uni<List<Erasure>> all() {
        if (!callers.viewsWhole()) throw new ProblemException(ProblemCode.FORBIDDEN);
        return erasures.all();
    }
}
