package io.credithub.flow.review;

import io.credithub.domain.review.SignOffAct;
import io.credithub.domain.review.SignOffAct.SignOffBar;
import io.credithub.domain.review.SignOffState;
import io.credithub.flow.report.ReportTermRefused;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.review.FreezeMoments.FrozenMoment;
import io.credithub.flow.review.FreezeMoments.FrozenQuestion;
import io.credithub.flow.review.SignOff.SignOffKey;
import io.credithub.flow.review.SignOff.SignOffStep;
import io.credithub.flow.review.SignOffManifest.SignedBefore;
import io.credithub.flow.review.SignOffManifest.SignedCounty;
import io.credithub.flow.review.SignOffs.NewSignOff;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.statement.KeepVerdicts;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Prepares a county's statement of a school year: everything that it says, and all that it rests
/// on, is frozen as of one moment.
public final class PrepareSignOff {
    private static final int TRIES_MAX = 8;
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final SignOffs signOffs;
    private final FreezeMoments moments;
    private final FreezeReports reports;
    private final KeepVerdicts lists;
    private final Policies policies;
    private final InstantSource clock;

    public PrepareSignOff(
            SignOffs signOffs,
            FreezeMoments moments,
            FreezeReports reports,
            KeepVerdicts lists,
            Policies policies,
            InstantSource clock) {
        this.signOffs = signOffs;
        this.moments = moments;
        this.reports = reports;
        this.lists = lists;
        this.policies = policies;
        this.clock = clock;
    }

    /// @param isNew false: the same person has prepared it before, and it is open
    public record PreparedSignOff(long id, boolean isNew) {}

    /// Asked for again by the same person while it is open, it is the same one.
    ///
    /// @param county six digits
    public Uni<Outcome<PreparedSignOff, SignOffRefusal>> prepare(
            SignOffRequest request, String county, int schoolYear) {
        if (!request.office().covers(county)) return Uni.createFrom().item(Outcome.notFound());
        return signOffs.of(county, schoolYear)
                .chain(versions -> {
                    SignOff open = open(versions);
                    if (open != null) return known(request, open);
                    SignOffBar bar =
                            SignOffAct.PREPARE.barred(null, request.actor(county), Set.of());
                    if (bar != null) return refused(SignOffRefusal.of(bar));
                    if (isRunning(schoolYear)) return refused(SignOffRefusal.YEAR_RUNNING);
                    Preparation preparation =
                            new Preparation(request, county, schoolYear, versions);
                    return frozen(preparation, 1);
                });
    }

    private record Preparation(
            SignOffRequest request, String county, int schoolYear, List<SignOff> versions) {
        int version() {
            return versions.isEmpty() ? 1 : versions.getFirst().about().version() + 1;
        }

        @Nullable SignOff signed() {
            for (SignOff one : versions) {
                if (one.state() == SignOffState.CONCLUDED) return one;
            }
            return null;
        }
    }

    private static @Nullable SignOff open(List<SignOff> versions) {
        for (SignOff one : versions) if (one.state().isOpen()) return one;
        return null;
    }

    private static Uni<Outcome<PreparedSignOff, SignOffRefusal>> known(
            SignOffRequest request, SignOff open) {
        return open.has(SignOffAct.PREPARE, request.key())
                ? Uni.createFrom().item(Outcome.done(new PreparedSignOff(open.id(), false)))
                : refused(SignOffRefusal.OPEN_ALREADY);
    }

    private static <T> Uni<Outcome<T, SignOffRefusal>> refused(SignOffRefusal why) {
        return Uni.createFrom().item(Outcome.refused(why));
    }

    private boolean isRunning(int schoolYear) {
        Instant now = clock.instant();
        return schoolYear >= policies.inForce().policy().schoolYearOf(policies.dayOf(now));
    }

    /// Lists follow within seconds, so a moment that they are behind of is no moment to sign.
    private Uni<Outcome<PreparedSignOff, SignOffRefusal>> frozen(Preparation asked, int attempt) {
        return lists.catchUp()
                .chain(moments::settled)
                .map(now -> new FrozenQuestion(asked.county(), asked.schoolYear(), now))
                .chain(question ->
                        moments.read(question, moment -> frozen(asked, question, moment)))
                .chain(found -> next(asked, attempt, found))
                .onFailure(ReportTermRefused.class)
                .recoverWithUni(() -> refused(SignOffRefusal.YEAR_OUT_OF_REACH))
                .onFailure(FrozenTooLarge.class)
                .recoverWithUni(() -> refused(SignOffRefusal.TOO_LARGE));
    }

    private Uni<Outcome<PreparedSignOff, SignOffRefusal>> next(
            Preparation asked, int attempt, Optional<NewSignOff> found) {
        if (found.isPresent()) return kept(asked, found.get());
        if (attempt == TRIES_MAX) return refused(SignOffRefusal.LISTS_BEHIND);
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(PAUSE)
                .chain(() -> frozen(asked, attempt + 1));
    }

    private Uni<Optional<NewSignOff>> frozen(
            Preparation asked, FrozenQuestion question, FrozenMoment moment) {
        if (moment.county().pending() > 0) return Uni.createFrom().item(Optional.empty());
        return reports.make(question, moment, asked.request().key())
                .map(parts -> Optional.of(made(asked, question, moment, parts)));
    }

    private static NewSignOff made(
            Preparation asked,
            FrozenQuestion question,
            FrozenMoment moment,
            List<FrozenPart> parts) {
        SignOff signed = asked.signed();
        SignOffRequest request = asked.request();
        SignOffManifest manifest =
                new SignOffManifest(
                        SignOffManifest.FORMAT,
                        new SignedCounty(asked.county(), moment.title().zh()),
                        asked.schoolYear(),
                        asked.version(),
                        signed == null
                                ? null
                                : new SignedBefore(signed.about().version(), signed.sha256()),
                        question.asOf().toString(),
                        request.key(),
                        parts.stream().map(FrozenPart::mark).toList(),
                        SignOffManifest.written(moment.county().totals()),
                        moment.county().versions(),
                        moment.county().ledger());
        SignOffStep step =
                new SignOffStep(
                        SignOffAct.PREPARE,
                        question.asOf(),
                        request.key(),
                        request.office().divisionCode(),
                        request.note());
        return new NewSignOff(
                new SignOffKey(asked.county(), asked.schoolYear(), asked.version()),
                signed == null ? null : signed.id(),
                manifest,
                parts,
                step);
    }

    private Uni<Outcome<PreparedSignOff, SignOffRefusal>> kept(Preparation asked, NewSignOff made) {
        return signOffs.prepare(made)
                .chain(id -> {
                    if (id.isPresent()) {
                        return Uni.createFrom()
                                .item(Outcome.done(new PreparedSignOff(id.get(), true)));
                    }
                    return overtaken(asked);
                });
    }

    /// Somebody was faster: perhaps the same person, asking twice.
    private Uni<Outcome<PreparedSignOff, SignOffRefusal>> overtaken(Preparation asked) {
        return signOffs.of(asked.county(), asked.schoolYear())
                .chain(versions -> {
                    SignOff open = open(versions);
                    return open == null
                            ? refused(SignOffRefusal.OPEN_ALREADY)
                            : known(asked.request(), open);
                });
    }
}
