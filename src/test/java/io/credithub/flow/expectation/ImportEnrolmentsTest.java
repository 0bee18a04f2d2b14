package io.credithub.flow.expectation;

import static io.credithub.fakes.InMemoryFlow.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.IdDocument;
import io.credithub.fakes.InMemoryEnrolmentLists;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fakes.InMemoryStores;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.expectation.EnrolmentLists.Enrolment;
import io.credithub.flow.expectation.EnrolmentLists.ListOwner;
import io.credithub.flow.expectation.EnrolmentReading.ListLine;
import io.credithub.flow.expectation.EnrolmentReading.ListRows;
import io.credithub.flow.expectation.ImportEnrolments.EnrolmentFile;
import io.credithub.flow.reading.Content;
import io.credithub.flow.result.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A list on its way over a registry in memory.
final class ImportEnrolmentsTest {
    private static final String ID = "11010519491231002X";

    private final InMemoryStores stores = new InMemoryStores(RuleSets.shanxi());
    private final InMemoryEnrolmentLists lists = new InMemoryEnrolmentLists(stores.teachers());
    private final List<ListLine> lines = new ArrayList<>();

    /// Lists whose rows are understood already; one without rows cannot be read.
    private final class GivenLines implements EnrolmentReading {
        @Override
        public OpenedList open(Content content, @Nullable String charset) {
            if (lines.isEmpty()) {
                return new UnreadableList(new Finding(FindingCode.NO_TABLE, "/", null));
            }
            return new ListRows() {
                private int next;

                @Override
                public List<ListLine> next(int atMost) {
                    int from = next;
                    next = Math.min(lines.size(), from + atMost);
                    return lines.subList(from, next);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public boolean knows(String charset) {
            return true;
        }
    }

    private void row(@Nullable String number, @Nullable IdDocument document, String name) {
        EnrolmentRow row = new EnrolmentRow(number, document, name, 40_00);
        lines.add(new ListLine.EnrolledLine(lines.size(), row));
    }

    private Outcome<EnrolmentReport, Finding> take(boolean isTrial) {
        ImportEnrolments work =
                new ImportEnrolments(
                        new GivenLines(),
                        lists,
                        stores.teachers(),
                        stores.ids(),
                        InMemoryFlow.AT_ONCE);
        LocalDate day = LocalDate.of(2023, 4, 1);
        return done(
                work.take(
                        new EnrolmentFile(
                                Content.of(new byte[0]),
                                null,
                                isTrial,
                                new ListOwner(null, Jurisdiction.NATION),
                                new ExpectedTraining(null, "研修", day, day),
                                "a-key")));
    }

    private EnrolmentReport taken() {
        return ((Outcome.Done<EnrolmentReport, Finding>) take(false)).value();
    }

    private static List<String> codes(EnrolmentReport report) {
        return report.findings().stream()
                .map(at -> at.position() + " " + at.finding().code().code())
                .toList();
    }

    @Test
    void nobodyIsOnAListTwice() {
        IdDocument document = new IdDocument(IdDocument.Type.RESIDENT, ID);
        row("T-1", document, "张三");
        row("T-1", null, "张三");
        row(null, document, "张三");
        row("T-2", null, "李四");
        EnrolmentReport report = taken();
        assertThat(codes(report)).containsExactly("1 HUB-1019", "2 HUB-1019");
        assertThat(report.enrolled() + " " + report.refused() + " " + report.rows())
                .isEqualTo("2 2 4");
        assertThat(report.change().unknown()).isEqualTo(2);
    }

    @Test
    void aDocumentIsKeptHashedAndMasked() {
        row(null, new IdDocument(IdDocument.Type.RESIDENT, ID), "张三");
        taken();
        Enrolment kept = lists.enrolled().getFirst();
        assertThat(kept.documentMasked()).isEqualTo("1101**********002X");
        assertThat(kept.keys().documentHash()).isNotNull();
        assertThat(kept.toString()).doesNotContain(ID, "张三");
    }

    @Test
    void theOrderOfTheRowsSaysNothing() {
        row("T-1", null, "张三");
        row("T-2", null, "李四");
        taken();
        lines.clear();
        row("T-2", null, "李四");
        row("T-1", null, "张三");
        assertThat(taken().change().isSame()).isTrue();
    }

    @Test
    void otherHoursAreAnotherList() {
        row("T-1", null, "张三");
        taken();
        lines.clear();
        lines.add(new ListLine.EnrolledLine(0, new EnrolmentRow("T-1", null, "张三", 10_00)));
        assertThat(taken().change().isSame()).isFalse();
    }

    @Test
    void aTrialKeepsNothing() {
        row("T-1", null, "张三");
        take(true);
        assertThat(lists.enrolled()).isEmpty();
    }

    @Test
    void aRefusedRowCostsNoOther() {
        Finding bad = new Finding(FindingCode.MISSING_FIELD, "/name", null);
        lines.add(new ListLine.RefusedLine(0, List.of(bad)));
        row("T-1", null, "张三");
        EnrolmentReport report = taken();
        assertThat(codes(report)).containsExactly("0 HUB-1003");
        assertThat(report.enrolled()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoListIsRefused() {
        assertThat(take(false))
                .isEqualTo(Outcome.refused(new Finding(FindingCode.NO_TABLE, "/", null)));
    }

    @Test
    void aFileOfNothingButRefusedRowsIsAnother() {
        Finding bad = new Finding(FindingCode.MISSING_FIELD, "/name", null);
        for (int i = 0; i < 12_000; i++) lines.add(new ListLine.RefusedLine(i, List.of(bad)));
        assertThat(take(false))
                .isEqualTo(Outcome.refused(new Finding(FindingCode.MOSTLY_REFUSED, "/", "12000")));
    }
}
