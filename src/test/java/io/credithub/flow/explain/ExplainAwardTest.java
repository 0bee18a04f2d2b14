package io.credithub.flow.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Text;
import io.credithub.domain.ledger.Cause;
import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.LedgerEntry.EntryKind;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.SurvivorshipRule;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.reconcile.Matching;
import io.credithub.fakes.OnePolicy;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.explain.Provenance.Delivered;
import io.credithub.flow.explain.Provenance.PostedEntry;
import io.credithub.flow.explain.Provenance.Related;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.statement.HeldRecords;
import io.credithub.flow.statement.StatementQuery;
import io.credithub.flow.teacher.Registry;
import io.credithub.flow.teacher.Registry.Instead;
import io.credithub.flow.teacher.Registry.LineReason;
import io.credithub.mapping.feed.FeedFiles;
import io.credithub.reading.ChunkReading;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// From the bytes to the sentences, with the project's own mappings and Shanxi's policy.
class ExplainAwardTest {
    private final FeedFiles feeds;
    private final String digest;

    ExplainAwardTest() throws IOException {
        feeds = new FeedFiles(Path.of("mappings"));
        digest = feeds.find(OneRecord.FEED).orElseThrow().mappingDigest();
    }

    @Test
    void anAwardIsToldFromTheRecordToTheFigure() {
        AwardExplanation award = explain(posted("+1", 1, digest));
        assertThat(award.matches()).isTrue();
        assertThat(award.sentences())
                .extracting(Text::zh)
                .containsExactly(
                        "省教师培训管理平台于 2026-01-15 报送第 2 条记录(编号 R-1,批次 3,文件 teachers.csv)。",
                        "记录写明:“骨干培训”,省培,集中,40 学时,评定为“优”,主题为“师德教育”,2023-05-01 结业。",
                        "培训形式来源写“集中”,按代码表 form.csv 认作“集中”。",
                        "考核等级来源写“优秀”,按代码表 grade.csv 认作“优”。",
                        "培训层次来源写“省级”,按代码表 level.csv 认作“省培”。",
                        "主题来源写“师德”,按代码表 theme.csv 认作“师德教育”。",
                        "用现在的字段对应重新读取原始记录,得到的内容与入账时相同。",
                        "依据《山西省中小学教师培训学分管理(2017)》(晋教师〔2017〕14号)折算。",
                        "省级及以上集中培训 3 学时折 1 学分:13.333…(四(一))。",
                        "评定为“优”,在原学分基础上增加 20%:16(四(二))。",
                        "四舍五入,保留 2 位小数(依本政策文件的取值):16.00(四(一))。",
                        "记入 2022 学年,16.00 学分(研训经历 13.33、研训质量 2.67);2026-01-15 入账,账本第 1 号。",
                        "这笔现在有效。");
        assertThat(award.sentences())
                .extracting(Text::en)
                .contains(
                        "Provincial training management platform sent record 2 on 2026-01-15 (id"
                                + " R-1, delivery 3, file teachers.csv).",
                        "The record says: “骨干培训”, province level, centralised, 40 h, graded"
                                + " excellent, on ethics, completed on 2023-05-01.",
                        "For the level the source wrote “省级”, which the code table level.csv takes"
                                + " for “province level”.",
                        "Centralised training of province level or above: 3 h make 1 credit:"
                                + " 13.333… (四(一)).",
                        "Posted to school year 2022: 16.00 credits (experience 13.33, quality"
                                + " 2.67), on 2026-01-15, as line 1 of the ledger.",
                        "It is in force.");
    }

    @Test
    void theRecordIsShownAsItCameAndMasked() {
        assertThat(String.valueOf(explain(posted("+1", 1, digest)).again().fields()))
                .contains("\"记录编号\":\"R-1\"", "\"培训层次\":\"省级\"", "\"姓名\":\"王一\"")
                .contains("\"证件号码\":\"1401**********104X\"", "电话 13*******78")
                .doesNotContain("R-0");
    }

    @Test
    void anotherVersionOfTheMappingIsNotPretendedToBeTheSame() {
        AwardExplanation award = explain(posted("+1", 1, "00"));
        assertThat(award.again().sameVersion()).isFalse();
        assertThat(award.again().codes()).isEmpty();
        assertThat(award.matches()).isTrue();
        assertThat(award.sentences())
                .extracting(Text::zh)
                .contains("入账时用的是另一版本的字段对应,所以不列出代码对照;以下按入账时保存的内容折算。")
                .contains("省级及以上集中培训 3 学时折 1 学分:13.333…(四(一))。");
        assertThat(String.valueOf(award.again().fields())).contains("\"备注\":\"***\"");
    }

    @Test
    void aFeedThatIsGoneIsSaidToBe() throws IOException {
        AwardExplanation award =
                explain(posted("+1", 1, digest), new FeedFiles(Path.of("no-mappings")));
        assertThat(award.again()).isEqualTo(Reread.NOTHING);
        assertThat(award.matches()).isFalse();
        assertThat(award.sentences().getFirst().zh())
                .isEqualTo("province-platform于 2026-01-15 报送第 2 条记录(编号 R-1,批次 3)。");
        assertThat(award.sentences())
                .extracting(Text::en)
                .anyMatch(sentence -> sentence.startsWith("The bytes are kept, but the feed"));
    }

    @Test
    void aCorrectionNamesWhatItReplacesAndByWhat() {
        assertThat(explain(posted("+1 -1 +2", 1, digest)).sentences().getLast().zh())
                .isEqualTo("来源更正了这条记录(版本号更高),本笔已由第 2 号冲销,由第 3 号按更正后的内容入账。");
        assertThat(explain(posted("+1 -1 +2", 2, digest)).sentences().getLast().en())
                .isEqualTo(
                        "The source corrected the record (it has the higher revision): it reverses"
                                + " line 1, and line 3 posts it as corrected.");
        assertThat(explain(posted("+1 -1 +2", 3, digest)).sentences())
                .extracting(Text::zh)
                .endsWith("来源更正了这条记录(版本号更高),本笔代替第 1 号。", "这笔现在有效。");
        assertThat(explain(posted("+1 -1 +1", 1, digest)).sentences().getLast().zh())
                .isEqualTo("后由第 3 号再次入账:折算入账。");
    }

    @Test
    void anotherSystemsCopyIsToldWithWhatDecided() {
        PostedEntry inForce =
                with(posted("+1", 1, digest), VersionState.IN_FORCE, VersionState.ASIDE);
        assertThat(explain(inForce).sentences())
                .extracting(Text::zh)
                .endsWith("这笔现在有效。", "全国教师研修平台对同一培训也有记录(编号 N-9),不重复计:该层次的培训以排在前面的系统为准。");
        AwardExplanation aside =
                explain(
                        with(
                                posted("+1 -1", 1, digest),
                                VersionState.ASIDE,
                                VersionState.IN_FORCE));
        assertThat(aside.copies()).singleElement().extracting(OtherCopy::seq).isEqualTo(77L);
        assertThat(aside.copies()).singleElement().extracting(OtherCopy::criterion).isNull();
        assertThat(aside.sentences().getLast().zh())
                .isEqualTo("同一培训以全国教师研修平台的记录(编号 N-9,第 77 号)为准:以佐证材料更充分的记录为准;本笔已由第 2 号冲销。");
    }

    @Test
    void whatIsHeldForAnotherRecordIsToldWithBothSides() {
        AwardExplanation counts =
                explain(with(posted("+1", 1, digest), VersionState.IN_FORCE, VersionState.HELD));
        assertThat(counts.sentences())
                .extracting(Text::zh)
                .endsWith("这笔现在有效。", "全国教师研修平台还有一条记录(编号 N-9)暂挂,待核定:名称相近、日期相近、学时或学分相近。");
        assertThat(counts.copies())
                .singleElement()
                .extracting(OtherCopy::criterion)
                .isEqualTo(MatchRule.NAMES_ALIKE);
    }

    @Test
    void theCriterionIsTheOneThatDecided() {
        assertThat(
                        explain(
                                        with(
                                                posted("+1", 1, digest),
                                                VersionState.IN_FORCE,
                                                VersionState.ASIDE))
                                .copies()
                                .getFirst()
                                .criterion())
                .isEqualTo(SurvivorshipRule.PRECEDENCE);
    }

    private PostedEntry posted(String lines, long seq, String mappingDigest) {
        PostedEntry posted = OneRecord.lines(lines, seq);
        Delivered delivered = OneRecord.delivered(mappingDigest);
        return new PostedEntry(
                posted.teacherNo(),
                posted.line(),
                posted.contents(),
                posted.copies(),
                posted.entries(),
                delivered,
                0);
    }

    private static LineReason setAsideFor(RecordVersion other) {
        Cause cause = new Cause(other.copy().key(), 1, SurvivorshipRule.EVIDENCE);
        return new LineReason(
                EntryReason.SET_ASIDE,
                Occasion.chunk(5, 0),
                new Instead(cause, "national-platform", "N-9", 5));
    }

    /// The same with a copy of the national platform.
    private static PostedEntry with(PostedEntry posted, VersionState ours, VersionState theirs) {
        RecordVersion content = OneRecord.content(1, ours);
        RecordVersion other = OneRecord.other("national-platform", "N-9", theirs);
        LineReason why = setAsideFor(other);
        List<Related> entries = new ArrayList<>();
        for (Related one : posted.entries()) {
            boolean isAward = one.kind() == EntryKind.AWARD;
            entries.add(
                    new Related(
                            one.seq(),
                            one.record(),
                            one.version(),
                            one.kind(),
                            one.credits(),
                            one.postedAt(),
                            isAward ? one.why() : why));
        }
        entries.add(
                new Related(
                        77,
                        other.copy().key(),
                        1,
                        EntryKind.AWARD,
                        posted.line().amounts().credits(),
                        Instant.EPOCH,
                        new LineReason(EntryReason.AWARDED, Occasion.NONE, null)));
        return new PostedEntry(
                "T1",
                posted.line(),
                List.of(content),
                List.of(content, other),
                entries,
                posted.delivered(),
                0);
    }

    private AwardExplanation explain(PostedEntry posted) {
        return explain(posted, feeds);
    }

    private static AwardExplanation explain(PostedEntry posted, FeedFiles feeds) {
        CopyMatcher matcher =
                Matching.by((feed, level) -> feeds.find(feed).orElseThrow().precedence(level));
        Policies policies = new OnePolicy(io.credithub.fixtures.Policies.shanxi());
        StatementQuery statements =
                new StatementQuery(
                        new Nobody(), noHolds(), noBank(), policies, InstantSource.system());
        ExplainAward awards =
                new ExplainAward(
                        (_, _) -> Uni.createFrom().item(Optional.of(posted)),
                        new RecordReread(feeds, new ChunkReading(), feeds, feeds, policies),
                        statements,
                        policies,
                        _ -> Uni.createFrom().item(matcher),
                        Runnable::run);
        return awards.explain(1, Jurisdiction.NATION).await().indefinitely().orElseThrow();
    }

    private static HeldRecords noHolds() {
        return (number, _, _) -> {
            throw new IllegalStateException("" + number);
        };
    }

    /// Nor does anybody ask the bank.
    private static Bank noBank() {
        return (Bank)
                Proxy.newProxyInstance(
                        Bank.class.getClassLoader(),
                        new Class<?>[] {Bank.class},
                        (_, method, _) -> {
                            throw new IllegalStateException(method.getName());
                        });
    }

    /// A line is explained without asking for anybody's account.
    private static final class Nobody implements Registry {
        @Override
        public Uni<Optional<RegisteredTeacher>> find(
                String teacherNo, Jurisdiction within, @Nullable Instant before) {
            throw new IllegalStateException(teacherNo);
        }

        @Override
        public Uni<List<LedgerLine>> ledger(int number, int firstYear, int lastYear) {
            throw new IllegalStateException("" + number);
        }

        @Override
        public Uni<Map<Integer, Kept>> standings(int number) {
            throw new IllegalStateException("" + number);
        }
    }
}
