package io.credithub.flow.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.subscription.DispatchTarget.DispatchTargets;
import io.credithub.flow.subscription.DispatchTarget.TargetKind;
import io.credithub.flow.subscription.ReportDispatch.SendReceipt;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Keeps what it is given, unless it has a reason not to.
final class RecordingTarget implements DispatchTarget, DispatchTargets {
    final List<Parcel> sent = new ArrayList<>();
    final Set<String> names = new HashSet<>(Set.of("there"));
    boolean isThere = true;
    boolean takesPersons = true;
    boolean isSlow;
    boolean isUnclear;
    @Nullable RuntimeException failure;

    @Override
    public String name() {
        return "there";
    }

    @Override
    public Optional<DispatchTarget> find(String name) {
        return isThere && names.contains(name) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public List<DispatchTarget> all() {
        return List.of(this);
    }

    @Override
    public TargetTerms terms() {
        if (isUnclear) throw new IllegalStateException("nobody can say now");
        return new TargetTerms(
                TargetKind.FOLDER,
                List.of(new Jurisdiction("140000")),
                Set.of(),
                takesPersons,
                Set.of());
    }

    @Override
    public Uni<SendReceipt> send(Parcel parcel, IntFunction<Uni<Optional<byte[]>>> pieces) {
        sent.add(parcel);
        if (isSlow) return Uni.createFrom().nothing();
        if (failure != null) return Uni.createFrom().failure(failure);
        return pieces.apply(0)
                .map(piece -> {
                    assertThat(piece.orElseThrow()).isEqualTo(SendingHub.CONTENT);
                    return new SendReceipt(
                            "folder there", SendingHub.DUE, 7, "0a".repeat(32), "ok");
                });
    }
}
