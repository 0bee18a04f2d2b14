package io.credithub.flow.report.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.Credits;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportName;
import io.credithub.domain.report.ReportRow;
import io.credithub.domain.report.TableSums;
import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.domain.standing.VerdictFigures;
import io.credithub.domain.standing.VerdictFigures.MissingFloor;
import io.credithub.fakes.OnePolicy;
import io.credithub.fixtures.PlainHeads;
import io.credithub.fixtures.Policies;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportDocument.ReportPart;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportTermRefused;
import io.credithub.flow.statement.KeepVerdicts;
import io.credithub.flow.statement.KnownTeacherLists;
import io.credithub.flow.statement.ListTeachers;
import io.credithub.flow.statement.TeacherLists;
import io.credithub.flow.statement.VerdictBook;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The report of teachers, from lists that are longer than a page.
final class TeacherReportSourceTest {
    private static final int TEACHERS = 4_001;
    private static final Instant NOW = Instant.parse("2025-10-01T00:00:00Z");
    private static final OnePolicy SHANXI = new OnePolicy(Policies.shanxi());

    private static final class AllOfThem implements TeacherLists, KnownTeacherLists {
        @Override
        public Uni<CountedPage> page(
                TeacherFilter filter, ListOrder order, @Nullable ListPlace after, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<KnownCounts> counts(TeacherFilter filter, Instant asOf) {
            Map<TeacherVerdict, Long> counts = Map.of(TeacherVerdict.SHORT, (long) TEACHERS);
            return Uni.createFrom()
                    .item(new KnownCounts(counts, 1, new VerdictBook.PendingRows(null, 0, 0)));
        }

        @Override
        public Uni<Void> each(
                TeacherFilter filter, Instant asOf, Function<List<ListedTeacher>, Uni<Void>> take) {
            List<ListedTeacher> all = new ArrayList<>();
            for (int n = 1; n <= TEACHERS; n++) all.add(teacher(n));
            return take.apply(all.subList(0, 4_000))
                    .chain(() -> take.apply(all.subList(4_000, TEACHERS)));
        }

        private static ListedTeacher teacher(int n) {
            return new ListedTeacher(n, "T" + n, "王", "140105", "S", "小学", "ACTIVE", figures());
        }

        private static VerdictFigures figures() {
            return new VerdictFigures(
                    TeacherVerdict.SHORT,
                    new Credits(100),
                    new Credits(2_000),
                    new Credits(1_900),
                    Credits.ZERO,
                    List.of(new MissingFloor("centralised", new Credits(500))));
        }
    }

    private static final class NothingPending implements VerdictBook {
        @Override
        public Uni<BookStep> next(IntFunction<Uni<RowMaker>> makers) {
            return Uni.createFrom().item(BookStep.DONE);
        }

        @Override
        public Uni<PendingRows> pending() {
            return Uni.createFrom().item(new PendingRows(null, 0, 0));
        }
    }

    private static TeacherReportSource source() {
        InstantSource clock = InstantSource.fixed(NOW);
        AllOfThem lists = new AllOfThem();
        KeepVerdicts rows = new KeepVerdicts(new NothingPending(), SHANXI, clock);
        return new TeacherReportSource(
                lists, new ListTeachers(lists, rows, SHANXI, clock), PlainHeads.plain());
    }

    private static ReportDocument open(@Nullable Integer year, Map<String, String> terms) {
        ReportQuestion question =
                new ReportQuestion(
                        ReportName.TEACHERS, new Jurisdiction("140105"), year, terms, "k", NOW);
        return source().open(question).await().indefinitely();
    }

    @Test
    void everybodyIsInItOnceAndTheTablesAgree() {
        ReportDocument report = open(2024, Map.of());
        ReportPart verdicts = report.parts().getFirst();
        ReportPart list = report.parts().getLast();
        TableSums counted = sums(verdicts);
        TableSums listed = sums(list);
        int persons = verdicts.section().table().place("teachers");
        assertThat(listed.rows()).isEqualTo(TEACHERS);
        assertThat(counted.totals().cells().get(persons)).isEqualTo(ReportCell.of((long) TEACHERS));
        int missing = list.section().table().place("missing");
        assertThat(listed.totals().cells().get(missing))
                .isEqualTo(ReportCell.of(1_900L * TEACHERS));
        assertThat(report.head().period().zh()).isEqualTo("2024–2025学年");
        assertThat(report.head().headline().en())
                .isEqualTo(
                        "School year 2024–2025, 140105: 4,001 teachers,"
                                + " 0 qualified, 4,001 short.");
    }

    private static TableSums sums(ReportPart part) {
        TableSums sums = new TableSums(part.section().table());
        part.rows()
                .each(rows -> {
                    for (ReportRow row : rows) sums.add(row);
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
        return sums;
    }

    @ParameterizedTest
    @CsvSource({"verdict, GOOD", "cycle, 2024"})
    void aTermThatIsNoneIsRefused(String term, String value) {
        Map<String, String> terms = Map.of(term, value);
        assertThatThrownBy(() -> source().check(terms)).isInstanceOf(ReportTermRefused.class);
        assertThatThrownBy(() -> open(2024, terms)).isInstanceOf(ReportTermRefused.class);
    }

    @Test
    void aSchoolYearThatNoListTellsOfIsRefused() {
        assertThatThrownBy(() -> open(2010, Map.of())).isInstanceOf(ReportTermRefused.class);
    }
}
