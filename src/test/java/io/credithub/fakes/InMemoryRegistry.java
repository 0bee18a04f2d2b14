package io.credithub.fakes;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.IdDocument;
import io.credithub.domain.ledger.Cause;
import io.credithub.domain.ledger.RecordContent;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.roster.RosterRow;
import io.credithub.flow.teacher.Registry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files of teachers in memory.
public final class InMemoryRegistry implements Registry {
    private final InMemoryLedger ledger;
    private final InMemoryProgrammes programmes;

    public InMemoryRegistry(InMemoryLedger ledger, InMemoryProgrammes programmes) {
        this.ledger = ledger;
        this.programmes = programmes;
    }

    @Override
    public Uni<Optional<RegisteredTeacher>> find(
            String teacherNo, Jurisdiction within, @Nullable Instant before) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = ledger.committed();
                    StoredTeacher teacher = state.numbered(teacherNo);
                    if (teacher == null) return Optional.empty();
                    boolean isInSight =
                            within.covers(teacher.answering()) || within.covers(teacher.division());
                    return isInSight ? Optional.of(file(state, teacher, before)) : Optional.empty();
                });
    }

    private static RegisteredTeacher file(
            RegistryState state, StoredTeacher teacher, @Nullable Instant before) {
        RosterRow row = teacher.row();
        IdDocument document = row.document();
        Profile profile =
                new Profile(
                        Objects.requireNonNull(row.teacherNo()),
                        row.name(),
                        document == null ? null : document.masked(),
                        row.schoolCode(),
                        row.schoolName(),
                        row.homeSchool(),
                        teacher.division(),
                        teacher.status().name(),
                        row.confirmedOn(),
                        row.transferredOn(),
                        row.homeDivision(),
                        row.leftOn());
        TeacherFacts facts = state.bank.facts(teacher.facts(), teacher.id(), before);
        return new RegisteredTeacher(teacher.id(), profile, facts, teacher.places());
    }

    @Override
    public Uni<List<LedgerLine>> ledger(int number, int firstYear, int lastYear) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = ledger.committed();
                    List<LedgerLine> lines = new ArrayList<>();
                    for (StoredLine line : state.lines) {
                        if (!(line instanceof StoredLine.Awarded awarded)) continue;
                        int year = awarded.price().schoolYear();
                        boolean isAsked = firstYear <= year && year <= lastYear;
                        if (isAsked && awarded.teacher() == number) lines.add(line(state, awarded));
                    }
                    return lines;
                });
    }

    private LedgerLine line(RegistryState state, StoredLine.Awarded line) {
        StoredContent content = Objects.requireNonNull(state.contents.get(line.content()));
        Valuation worth = Objects.requireNonNull(content.copy().worth());
        int sign = line.kind().sign();
        AwardAmounts price = line.price();
        return new LedgerLine(
                line.seq(),
                line.block(),
                line.at(),
                line.kind(),
                price.schoolYear(),
                price.policy(),
                price.rule(),
                new LineAmounts(
                        new Credits((long) sign * price.credits()),
                        new Credits((long) sign * price.experience()),
                        new Credits((long) sign * price.quality())),
                worth.facts(),
                programmes.name(worth.training().programme()),
                origin(state, content, worth),
                new LineReason(line.reason(), line.occasion(), instead(state, line.cause())),
                adjustment(state, line));
    }

    private static @Nullable LineAdjustment adjustment(
            RegistryState state, StoredLine.Awarded line) {
        if (!line.price().isAdjusted()) return null;
        for (StoredAdjustment one : state.adjustments.descendingMap().values()) {
            LineAdjustment told = one.of(line);
            if (told != null) return told;
        }
        return null;
    }

    private static RecordOrigin origin(
            RegistryState state, StoredContent content, Valuation worth) {
        RecordContent.Origin from = content.copy().origin();
        boolean isWithdrawn =
                state.contents.values().stream()
                        .filter(other -> other.copy().key().equals(content.copy().key()))
                        .anyMatch(other -> other.state() == VersionState.WITHDRAWN);
        return new RecordOrigin(
                from.feedCode(),
                from.recordId(),
                from.delivery(),
                0,
                from.position(),
                content.number(),
                content.state(),
                isWithdrawn,
                worth.sourceCredits() == null ? null : new Credits(worth.sourceCredits()),
                null);
    }

    private static @Nullable Instead instead(RegistryState state, @Nullable Cause cause) {
        if (cause == null) return null;
        Place place = new Place(cause.record(), cause.version());
        StoredContent content = Objects.requireNonNull(state.contents.get(place));
        RecordContent.Origin from = content.copy().origin();
        return new Instead(cause, from.feedCode(), from.recordId(), from.delivery());
    }

    @Override
    public Uni<Map<Integer, Kept>> standings(int number) {
        return Uni.createFrom()
                .item(() -> {
                    Map<Integer, Kept> kept = new HashMap<>();
                    ledger.committed()
                            .sums
                            .forEach((key, sums) -> {
                                if (key.teacher() != number) return;
                                kept.put(
                                        key.cycle(),
                                        new Kept(sums.policy(), sums.tallyOf(key.cycle())));
                            });
                    return kept;
                });
    }
}
