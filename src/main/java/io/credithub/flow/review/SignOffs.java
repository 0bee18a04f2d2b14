package io.credithub.flow.review;

import io.credithub.domain.review.SignOffState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.review.SignOff.SignOffKey;
import io.credithub.flow.review.SignOff.SignOffProof;
import io.credithub.flow.review.SignOff.SignOffStep;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sign-offs as they are kept: what was frozen is never changed, steps are only added. Implemented
/// by `hub.store`.
public interface SignOffs {
    /// @return empty too if the county is not within
    Uni<Optional<SignOff>> find(long id, Jurisdiction within);

    /// All versions of a county's school year, the newest first.
    Uni<List<SignOff>> of(String division, int schoolYear);

    /// The newest first.
    ///
    /// @param before those with a smaller id only
    Uni<List<SignOff>> list(SignOffFilter filter, long before, int most);

    /// @return its id; empty: somebody else has prepared one meanwhile, and nothing was written
    Uni<Optional<Long>> prepare(NewSignOff prepared);

    /// Takes a step.
    ///
    /// @return false: somebody else has taken one meanwhile, and nothing was written
    Uni<Boolean> advance(SignOffMove move);

    /// @return empty if there is none
    Uni<Optional<FrozenFiles>> files(long id);

    /// Which of them; null: any.
    ///
    /// @param within of these counties
    record SignOffFilter(
            Jurisdiction within, @Nullable Integer schoolYear, @Nullable SignOffState state) {}

    /// @param predecessor the id of the signed one that it follows
    record NewSignOff(
            SignOffKey about,
            @Nullable Long predecessor,
            SignOffManifest manifest,
            List<FrozenPart> parts,
            SignOffStep step) {}

    /// @param from the state that it must be in
    /// @param proof of the step that concludes it
    record SignOffMove(
            long id, SignOffState from, SignOffStep step, @Nullable SignOffProof proof) {}

    /// What was frozen, byte by byte.
    ///
    /// @param parts those that are kept still, in their order
    record FrozenFiles(byte[] manifest, List<FrozenPart> parts, @Nullable SignOffProof proof) {
        @Override
        public String toString() {
            return "FrozenFiles[" + parts + "]";
        }
    }
}
