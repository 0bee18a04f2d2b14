package io.credithub.flow.recognition;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recognition.ClaimCheck.Checked;
import io.credithub.flow.recognition.ToldClaim.PostedClaim;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.teacher.Registry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells claims to whoever may see them.
@Singleton
public final class ClaimQuery {
    private final ClaimRepository files;
    private final ClaimCheck check;
    private final Registry registry;
    private final Policies policies;
    private final SimilarClaims similar;

    public ClaimQuery(
            ClaimRepository files, ClaimCheck check, Registry registry, Policies policies) {
        this.files = files;
        this.check = check;
        this.registry = registry;
        this.policies = policies;
        this.similar = new SimilarClaims(files);
    }

    /// @return empty too if it is out of sight
    public Uni<Optional<ToldClaim>> tell(ClaimNumber number, Visibility sight) {
        return files.find(number, sight)
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : tell(found.get(), sight).map(Optional::of));
    }

    /// In the order of their numbers.
    ///
    /// @param after the number before the first
    public Uni<List<Claim>> list(
            Visibility sight, @Nullable ClaimState state, long after, int most) {
        return files.list(sight, state, after, most);
    }

    private Uni<ToldClaim> tell(Claim claim, Visibility sight) {
        return tell(claim).chain(told -> similar.to(claim, sight).map(told::withSimilar));
    }

    private Uni<ToldClaim> tell(Claim claim) {
        ClaimBody body = new ClaimBody(claim.body());
        return switch (claim.state()) {
            case SUBMITTED, RETURNED -> check.decided(body, null).map(now -> open(claim, now));
            case RECOGNISED, REVOKED -> lines(claim, body).map(lines -> closed(claim, lines));
            case REFUSED, WITHDRAWN -> Uni.createFrom().item(closed(claim, List.of()));
        };
    }

    private static ToldClaim open(Claim claim, Checked now) {
        return switch (now) {
            case Checked.Fit fit -> told(claim, fit.parts(), List.of(), List.of());
            case Checked.Unfit unfit -> told(claim, List.of(), unfit.findings(), List.of());
        };
    }

    private static ToldClaim told(
            Claim claim,
            List<ClaimCheck.CheckedPart> parts,
            List<Finding> findings,
            List<PostedClaim> lines) {
        return new ToldClaim(claim, parts, findings, lines, List.of());
    }

    private static ToldClaim closed(Claim claim, List<PostedClaim> lines) {
        return told(claim, List.of(), List.of(), lines);
    }

    private Uni<List<PostedClaim>> lines(Claim claim, ClaimBody body) {
        return Multi.createFrom()
                .range(0, body.participants())
                .onItem()
                .transformToUniAndConcatenate(n -> lines(claim, body, n))
                .onItem()
                .<PostedClaim>disjoint()
                .collect()
                .asList();
    }

    /// The awards are those of the records of the claim, whatever county the teacher is in.
    private Uni<List<PostedClaim>> lines(Claim claim, ClaimBody body, int n) {
        String recordId = claim.number().recordId(n + 1);
        LocalDate day = LocalDate.parse(claim.body().path("completedOn").asText().strip());
        int year = policies.inForce().policy().schoolYearOf(day);
        return registry.find(body.teacherNo(n), Jurisdiction.NATION)
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(List.<Registry.LedgerLine>of())
                                : registry.ledger(found.get().number(), year - 1, year + 1))
                .map(lines ->
                        lines.stream()
                                .filter(line -> line.origin().feed().equals(RecognitionFeed.CODE))
                                .filter(line -> line.origin().recordId().equals(recordId))
                                .map(line -> new PostedClaim(n, line))
                                .toList());
    }
}
