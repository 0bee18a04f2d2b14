package io.credithub.flow.register;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.EntryChange.EntryAct;
import io.credithub.domain.programme.RegisterAct;
import io.credithub.domain.programme.RegisterFile;
import io.credithub.domain.programme.RegisterFile.RegisterRow;
import io.credithub.domain.programme.RegisterRefusal;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.programme.RegisterReading;
import io.credithub.flow.programme.RegisterReading.ReadRegister;
import io.credithub.flow.programme.RegisterReading.RegisterLine;
import io.credithub.flow.reading.Content;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.register.ChangeRegister.RegisterChanged;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Takes a file of the programme register in: a part of it, or the whole. A row that cannot be
/// understood is refused and told, and harms no other; but a whole register of which a row is
/// refused ends nothing, since nobody knows what that row was about.
public final class ImportProgrammes {
    private final RegisterReading reading;
    private final ChangeRegister register;
    private final Executor workers;

    public ImportProgrammes(RegisterReading reading, ChangeRegister register, Executor workers) {
        this.reading = reading;
        this.register = register;
        this.workers = workers;
    }

    /// A file as it came.
    ///
    /// @param content CSV with a header, UTF-8 or GB18030, or a workbook
    /// @param charset as the sender named it
    /// @param sheet of a workbook, by its name; absent: its first
    /// @param isSnapshot whether it is the whole register
    /// @param isTrial whether to tell what would happen, and keep nothing
    public record ProgrammeFile(
            Content content,
            @Nullable String charset,
            @Nullable String sheet,
            boolean isSnapshot,
            boolean isTrial) {}

    /// Why a file is not taken in.
    public sealed interface ImportRefusal {
        record FileUnreadable(Finding why) implements ImportRefusal {}

        record RegisterRefuses(RegisterRefusal why) implements ImportRefusal {}
    }

    /// What became of a file. `added + changed + revived + unchanged + refused = rows`.
    ///
    /// @param changed what was done to the register, or would be
    /// @param ended entries that a whole register leaves out
    /// @param endsNothing whether it would have ended some, had no row been refused
    /// @param findings of refused rows, at most [#FINDINGS_MAX]
    public record ImportReport(
            RegisterChanged changed,
            long rows,
            long added,
            long updated,
            long revived,
            long unchanged,
            long ended,
            long refused,
            boolean endsNothing,
            List<FindingAt> findings) {
        public static final int FINDINGS_MAX = 1000;

        public ImportReport {
            findings = List.copyOf(findings);
        }
    }

    /// Whether a charset of this name can be read.
    public boolean knows(String charset) {
        return reading.knows(charset);
    }

    public Uni<Outcome<ImportReport, ImportRefusal>> take(ProgrammeFile file, Deciding deciding) {
        return Uni.createFrom()
                .item(
                        Unchecked.supplier(
                                () -> reading.read(file.content(), file.charset(), file.sheet())))
                .runSubscriptionOn(workers)
                .chain(read ->
                        switch (read) {
                            case ReadRegister.NoRegister(Finding why) ->
                                    refused(new ImportRefusal.FileUnreadable(why));
                            case ReadRegister.RegisterTable table -> apply(file, table, deciding);
                        });
    }

    private Uni<Outcome<ImportReport, ImportRefusal>> apply(
            ProgrammeFile file, ReadRegister.RegisterTable table, Deciding deciding) {
        List<RegisterRow> rows = new ArrayList<>();
        for (RegisterLine line : table.lines()) if (line.row() != null) rows.add(line.row());
        boolean isWhole = file.isSnapshot() && rows.size() == table.lines().size();
        boolean ends = isWhole && !rows.isEmpty();
        RegisterAct act = new RegisterAct.FileTaken(new RegisterFile(table.columns(), rows, ends));
        Uni<Outcome<RegisterChanged, RegisterRefusal>> done =
                file.isTrial() ? register.tell(act, deciding.by()) : register.change(act, deciding);
        return done.chain(outcome ->
                switch (outcome) {
                    case Outcome.Done<RegisterChanged, RegisterRefusal>(RegisterChanged changed) ->
                            Uni.createFrom()
                                    .item(
                                            Outcome.done(
                                                    report(
                                                            table,
                                                            changed,
                                                            file.isSnapshot() && !ends)));
                    case Outcome.Refused<RegisterChanged, RegisterRefusal>(RegisterRefusal why) ->
                            refused(new ImportRefusal.RegisterRefuses(why));
                    case Outcome.NotFound<RegisterChanged, RegisterRefusal> _ ->
                            throw new IllegalStateException("a file names no entry");
                });
    }

    private static Uni<Outcome<ImportReport, ImportRefusal>> refused(ImportRefusal why) {
        return Uni.createFrom().item(Outcome.refused(why));
    }

    private static ImportReport report(
            ReadRegister.RegisterTable table, RegisterChanged changed, boolean endsNothing) {
        Map<EntryAct, Long> acts = new EnumMap<>(EntryAct.class);
        for (EntryChange change : changed.changes()) acts.merge(change.act(), 1L, Long::sum);
        List<FindingAt> findings = new ArrayList<>();
        long refused = 0;
        for (RegisterLine line : table.lines()) {
            if (line.row() == null) refused++;
            for (Finding finding : line.findings()) {
                if (findings.size() >= ImportReport.FINDINGS_MAX) break;
                findings.add(new FindingAt(line.position(), null, finding));
            }
        }
        long added = acts.getOrDefault(EntryAct.ADDED, 0L);
        long updated = acts.getOrDefault(EntryAct.CHANGED, 0L);
        long revived = acts.getOrDefault(EntryAct.REVIVED, 0L);
        long rows = table.lines().size();
        return new ImportReport(
                changed,
                rows,
                added,
                updated,
                revived,
                rows - refused - added - updated - revived,
                acts.getOrDefault(EntryAct.ENDED, 0L),
                refused,
                endsNothing,
                findings);
    }
}
