package io.credithub.flow.expectation;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.expectation.EnrolmentLists.ListOwner;
import io.credithub.flow.expectation.EnrolmentLists.NewList;
import io.credithub.flow.expectation.EnrolmentReading.ListLine;
import io.credithub.flow.expectation.EnrolmentReading.ListRows;
import io.credithub.flow.expectation.EnrolmentReading.OpenedList;
import io.credithub.flow.reading.Content;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.TeacherIndex;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Takes in an enrolment list (参训学员花名表), whole or not at all. Doing it twice is harmless. Nothing
/// is awarded or held by it, so it needs no ledger lock.
public final class ImportEnrolments {
    private static final int BATCH_ROWS_MAX = 2_000;

    /// A file of which more rows than these are refused, and more than are understood, is another
    /// file.
    private static final int REFUSED_ROWS_MAX = 10_000;

    private final EnrolmentReading reading;
    private final EnrolmentLists lists;
    private final TeacherIndex teachers;
    private final IdProtection ids;
    private final Executor workers;

    public ImportEnrolments(
            EnrolmentReading reading,
            EnrolmentLists lists,
            TeacherIndex teachers,
            IdProtection ids,
            Executor workers) {
        this.reading = reading;
        this.lists = lists;
        this.teachers = teachers;
        this.ids = ids;
        this.workers = workers;
    }

    /// A list as it came.
    ///
    /// @param content CSV with a header, UTF-8 or GB18030
    /// @param charset as the sender named it
    /// @param isTrial whether to tell what would happen, and keep nothing
    /// @param by the id of the sender's key
    public record EnrolmentFile(
            Content content,
            @Nullable String charset,
            boolean isTrial,
            ListOwner owner,
            ExpectedTraining training,
            String by) {}

    /// Whether a charset of this name can be read.
    public boolean knows(String charset) {
        return reading.knows(charset);
    }

    /// @return refused with a finding: a file of which no row could be read
    public Uni<Outcome<EnrolmentReport, Finding>> take(EnrolmentFile file) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> read(file)))
                .runSubscriptionOn(workers)
                .chain(read ->
                        switch (read) {
                            case UnreadLines not ->
                                    Uni.createFrom().item(Outcome.refused(not.why()));
                            case AllLines all -> enrol(file, all.lines()).map(Outcome::done);
                        });
    }

    /// What reading a file came to.
    private sealed interface ReadLines {}

    private record AllLines(List<ListLine> lines) implements ReadLines {}

    private record UnreadLines(Finding why) implements ReadLines {}

    private ReadLines read(EnrolmentFile file) throws IOException {
        OpenedList opened = reading.open(file.content(), file.charset());
        if (opened instanceof EnrolmentReading.UnreadableList unreadable) {
            return new UnreadLines(unreadable.why());
        }
        List<ListLine> lines = new ArrayList<>();
        int refused = 0;
        try (ListRows rows = (ListRows) opened) {
            List<ListLine> some = rows.next(BATCH_ROWS_MAX);
            for (; !some.isEmpty(); some = rows.next(BATCH_ROWS_MAX)) {
                lines.addAll(some);
                for (ListLine line : some) if (line instanceof ListLine.RefusedLine) refused++;
                if (refused > REFUSED_ROWS_MAX && refused > lines.size() / 2) {
                    return new UnreadLines(
                            new Finding(
                                    FindingCode.MOSTLY_REFUSED, "/", String.valueOf(lines.size())));
                }
            }
        }
        return new AllLines(lines);
    }

    private Uni<EnrolmentReport> enrol(EnrolmentFile file, List<ListLine> lines) {
        EnrolledRows rows = new EnrolledRows(ids);
        List<List<ListLine>> batches = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += BATCH_ROWS_MAX) {
            batches.add(lines.subList(from, Math.min(from + BATCH_ROWS_MAX, lines.size())));
        }
        return Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUniAndConcatenate(batch -> weigh(rows, batch))
                .collect()
                .last()
                .chain(_ -> keep(file, rows));
    }

    private Uni<Boolean> weigh(EnrolledRows rows, List<ListLine> batch) {
        return teachers.identify(rows.keys(batch))
                .invoke(known -> rows.add(batch, known.found()))
                .replaceWith(true);
    }

    private Uni<EnrolmentReport> keep(EnrolmentFile file, EnrolledRows rows) {
        NewList list =
                new NewList(
                        file.owner(), file.training(), rows.enrolled(), rows.digest(), file.by());
        return (file.isTrial() ? lists.compare(list) : lists.keep(list)).map(rows::report);
    }
}
