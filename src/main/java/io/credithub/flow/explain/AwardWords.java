package io.credithub.flow.explain;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.policy.Step;
import io.credithub.domain.policy.terms.Confidence;
import io.credithub.domain.policy.terms.Heading;
import io.credithub.domain.policy.terms.Unit;
import io.credithub.flow.explain.Provenance.Delivered;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.LineAmounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The story of a line of the ledger in sentences that a teacher can check: where it came from, how
/// it was understood, what it is worth by which paragraph, and what became of it.
final class AwardWords {
    /// The tables that an award can depend on.
    private static final Set<String> TOLD = Set.of("/level", "/form", "/grade", "/themes");

    private final AwardExplanation award;
    private final LedgerLine line;
    private final Unit unit;
    private final TrainingWords training;
    private final List<Text> sentences = new ArrayList<>();

    private AwardWords(AwardExplanation award) {
        this.award = award;
        this.line = award.posted().line();
        this.unit = award.policy().terms().awards().unit();
        this.training = new TrainingWords(award.policy());
    }

    static List<Text> of(AwardExplanation award) {
        AwardWords words = new AwardWords(award);
        words.origin();
        words.mapping();
        words.rules();
        words.result();
        words.sentences.addAll(FateWords.of(award));
        return List.copyOf(words.sentences);
    }

    private void origin() {
        Delivered delivered = award.posted().delivered();
        Text title = award.again().title(line.origin().feed());
        Text file = file(award.again().feed(), AwardExplanation.shown(delivered.reference()));
        String number = String.valueOf(line.origin().position() + 1);
        String id = AwardExplanation.shown(line.origin().recordId());
        add(
                title.zh()
                        + ("于 " + day(delivered.landedAt()) + " 报送第 " + number + " 条记录")
                        + ("(编号 " + id + ",批次 " + delivered.delivery() + file.zh() + ")。"),
                title.en()
                        + (" sent record " + number + " on " + day(delivered.landedAt()))
                        + (" (id " + id + ", delivery " + delivered.delivery() + file.en() + ")."));
        sentences.add(training.record(line.programme(), line.facts()));
    }

    /// A file has a name that says something; a page's address or a request's key does not.
    private static Text file(@Nullable FeedDefinition feed, String reference) {
        return feed != null && feed.kind() == FeedDefinition.FeedKind.DROP
                ? new Text(",文件 " + reference, ", file " + reference)
                : new Text("", "");
    }

    private void mapping() {
        Reread again = award.again();
        if (again.fields() == null) {
            add(
                    "原始内容仍在,但该数据源现在的设置不能再读取它;以下按入账时保存的内容折算。",
                    "The bytes are kept, but the feed as it is set up now cannot read them; what"
                            + " follows rests on what was stored when it was posted.");
            return;
        }
        for (CodeLookup code : again.codes()) if (TOLD.contains(code.field())) code(code);
        if (!again.sameVersion()) {
            add(
                    "入账时用的是另一版本的字段对应,所以不列出代码对照;以下按入账时保存的内容折算。",
                    "Another version of the mapping posted it, so its code tables are not shown;"
                            + " what follows rests on what was stored then.");
        }
        if (award.matches()) {
            add(
                    "用现在的字段对应重新读取原始记录,得到的内容与入账时相同。",
                    "Read again by the present mapping, the record gives what it gave then.");
        } else {
            add(
                    "用现在的字段对应重新读取原始记录,得到的内容与入账时不同;以入账时保存的内容为准。",
                    "Read again by the present mapping, the record does not give what it gave then;"
                            + " what was stored then counts.");
        }
    }

    private void code(CodeLookup code) {
        if (code.canonical() == null) return;
        Text meaning = training.code(code.field(), code.canonical());
        Text field = TrainingWords.field(code.field());
        add(
                field.zh()
                        + ("来源写“" + code.source() + "”,按代码表 " + code.table())
                        + (" 认作“" + meaning.zh() + "”。"),
                "For the "
                        + (field.en()
                                + " the source wrote “"
                                + code.source()
                                + "”, which the code table ")
                        + (code.table() + " takes for “" + meaning.en() + "”."));
    }

    private void rules() {
        Heading policy = award.policy().heading();
        add(
                "依据《" + policy.title().zh() + "》(" + policy.source() + ")折算。",
                "It is judged by “" + policy.title().en() + "” (" + policy.source() + ").");
        if (policy.confidence() == Confidence.SECONDARY) {
            add(
                    "这份政策文件取自转载,只作测试,不是依据。",
                    "This policy is taken from secondary copies: test data, not law.");
        }
        for (Step step : award.rules().steps()) {
            add(
                    step.text().zh() + ":" + step.value() + "(" + step.paragraph() + ")。",
                    capital(step.text().en())
                            + ": "
                            + step.value()
                            + " ("
                            + step.paragraph()
                            + ").");
        }
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void result() {
        LineAmounts amounts = line.amounts();
        boolean isAward = line.kind() == LedgerEntry.EntryKind.AWARD;
        String credits = amounts.credits().toString();
        Text parts = parts(amounts);
        String place = line.schoolYear() + " 学年," + credits + " " + unit.zh();
        add(
                (isAward ? "记入 " : "冲销,记入 ")
                        + (place + parts.zh() + ";")
                        + (day(line.postedAt()) + " 入账,账本第 " + line.seq() + " 号。"),
                (isAward ? "Posted" : "Reversed")
                        + (" to school year " + line.schoolYear() + ": " + credits + " ")
                        + (unit.en() + "s" + parts.en() + ", on " + day(line.postedAt()))
                        + (", as line " + line.seq() + " of the ledger."));
        if (award.rules().verified()) return;
        add(
                "现在重新计算的结果与入账的数字不同,请与管理部门核对。",
                "Computed again, it does not come out as it was posted: ask the authority to"
                        + " check.");
    }

    /// 研训经历、研训质量、实践应用, as far as there is any.
    private static Text parts(LineAmounts amounts) {
        List<Text> parts =
                Stream.of(
                                part("研训经历", "experience", amounts.experience()),
                                part("研训质量", "quality", amounts.quality()),
                                part("实践应用", "practice", amounts.practice()))
                        .flatMap(Optional::stream)
                        .toList();
        if (parts.isEmpty()) return new Text("", "");
        return new Text(
                "(" + parts.stream().map(Text::zh).collect(Collectors.joining("、")) + ")",
                " (" + parts.stream().map(Text::en).collect(Collectors.joining(", ")) + ")");
    }

    private static Optional<Text> part(String zh, String en, Credits credits) {
        return credits.hundredths() == 0
                ? Optional.empty()
                : Optional.of(new Text(zh + " " + credits, en + " " + credits));
    }

    private void add(String zh, String en) {
        sentences.add(new Text(zh, en));
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, award.policy().terms().calendar().zone());
    }
}
