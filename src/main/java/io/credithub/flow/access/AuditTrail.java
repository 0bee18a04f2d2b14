package io.credithub.flow.access;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who read which personal file, and who did what. Lines are only ever added. Implemented by
/// `hub.store`.
public interface AuditTrail {
    /// Writes lines, all or none. An act is written before it is done, without a status: what is
    /// not in the trail is not done.
    Uni<Void> write(List<AuditLine> lines);

    /// What an act came to.
    Uni<Void> end(AuditResult outcome);

    /// The newest first.
    ///
    /// @param before of lines with a smaller number
    Uni<List<AuditEntry>> find(AuditQuery question, long before, int most);

    /// What somebody asked for.
    ///
    /// @param key id of the caller's key; of a caller without one, the id that was claimed
    /// @param role null: nobody's, the caller was not recognised
    /// @param operation method and path as OpenAPI has them
    /// @param status null: of an act, not known yet
    /// @param times how often; more than one only of refusals that were gathered
    record AuditLine(
            UUID request,
            Instant at,
            @Nullable String key,
            @Nullable String role,
            String operation,
            Target target,
            @Nullable Integer status,
            @Nullable String address,
            int times) {
        public AuditLine withStatus(int known) {
            return new AuditLine(request, at, key, role, operation, target, known, address, times);
        }
    }

    /// Whom or what it is about. A teacher is kept by the internal number, whatever the request
    /// named.
    ///
    /// @param teacherNo that finds the teacher
    /// @param award that finds the teacher: a line of the ledger
    /// @param proposal that finds the teacher
    /// @param named anything else, as `id=12`; never a personal value
    record Target(
            @Nullable String teacherNo,
            @Nullable Long award,
            @Nullable UUID proposal,
            @Nullable String named) {
        public static final Target NONE = new Target(null, null, null, null);
    }

    /// @param target what the act made, as `key=0123456789ab`
    record AuditResult(UUID request, Instant at, int status, @Nullable String target) {}

    /// Which lines somebody wants to see; null: any.
    ///
    /// @param view only lines about teachers of this division, unless it is the whole country
    /// @param operation what the operation begins with
    /// @param until the first moment that is too late
    record AuditQuery(
            Jurisdiction view,
            @Nullable String key,
            @Nullable String teacherNo,
            @Nullable String operation,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /// A line as it is kept, with what the act came to.
    ///
    /// @param teacher internal number
    /// @param status null: of an act of which nobody knows the end
    record AuditEntry(
            long id,
            UUID request,
            Instant at,
            @Nullable String key,
            @Nullable String person,
            @Nullable String role,
            String operation,
            @Nullable Integer teacher,
            @Nullable String teacherNo,
            @Nullable String target,
            @Nullable Integer status,
            @Nullable String address,
            int times) {}
}
