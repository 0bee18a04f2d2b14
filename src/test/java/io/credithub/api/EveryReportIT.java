package io.credithub.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.VariedProvince.Numbers;
import io.credithub.domain.report.ReportCell.Amount;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.ReadDocument;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportCatalogue;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.report.WrittenFormat;
import io.credithub.testing.FreshPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every report there is, of a county, a city and the province, from records that came in as they
/// do: whatever it is written as, its totals are the same; and where two reports count the same,
/// they say the same.
@QuarkusTest
@QuarkusTestResource(value = FreshPostgresResource.class, restrictToAnnotatedClass = true)
final class EveryReportIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Jurisdiction> PLACES =
            List.of(
                    new Jurisdiction(VariedProvince.COUNTY),
                    new Jurisdiction(VariedProvince.CITY),
                    new Jurisdiction(VariedProvince.PROVINCE));

    /// What stands above every one of them.
    private static final List<String> BASIS =
            List.of("账本末笔 · 区块 · 摘要", "规则", "匹配口径与培训目录", "花名册版本", "最近对账");

    /// The scorecard has what is some feed's: who has no record at all is no feed's break.
    private static final Set<ReportFigure> OF_ANY_FEED =
            Set.of(ReportFigure.OPEN_BREAKS, ReportFigure.IN_QUESTION);

    /// Each with the section of the statement that has its total.
    private static final Map<ReportFigure, String> COUNTED_BY_SEVERAL =
            Map.of(
                    ReportFigure.TEACHERS, "coverage",
                    ReportFigure.TEACHERS_IN_FORCE, "coverage",
                    ReportFigure.IN_FORCE, "sources",
                    ReportFigure.ASIDE, "sources",
                    ReportFigure.HELD, "sources",
                    ReportFigure.HOURS, "sources",
                    ReportFigure.CREDITS, "sources",
                    ReportFigure.OPEN_BREAKS, "breaks",
                    ReportFigure.IN_QUESTION, "breaks");

    private static final String LEDGER =
            """
            select coalesce(sum(e.credits), 0)::int8 as credits
            from ledger_entry e join teacher t on t.id = e.teacher_id
            where e.kind <= 2 and e.school_year = $2::int2
                and starts_with(t.answering_division, $1::text)\
            """;

    private static @Nullable Numbers planted;

    @Inject ApiKeys keys;
    @Inject ReportCatalogue reports;
    @Inject Pool pool;

    @BeforeEach
    void aProvince() {
        if (planted == null) planted = new VariedProvince(keys).plant();
    }

    /// What a report has to be narrowed by. One that is new does not compile before it is said.
    private static Map<String, String> terms(ReportName name, Numbers numbers) {
        return switch (name) {
            case STATEMENT, ROLL_UP, TEACHERS, BREAKS, SOURCES, STATISTICS, NATIONAL_EXPORT ->
                    Map.of();
            case RUN_SUMMARY -> Map.of("run", String.valueOf(numbers.run()));
            case DELIVERY_RECEIPT -> Map.of("delivery", String.valueOf(numbers.delivery()));
            case RULE_IMPACT -> Map.of("recomputation", String.valueOf(numbers.recomputation()));
            case TEACHER_STATEMENT -> Map.of("teacher", numbers.teacher());
            case CERTIFICATE -> Map.of("number", numbers.certificate());
        };
    }

    private ReportDocument made(ReportName name, Jurisdiction within) {
        ReportSource source = reports.find(name).orElseThrow();
        Map<String, String> terms = terms(name, Objects.requireNonNull(planted));
        source.check(terms);
        ReportQuestion question =
                new ReportQuestion(
                        name, within, VariedProvince.YEAR, terms, "a key", Instant.now());
        return source.open(question).await().atMost(PATIENCE);
    }

    @Test
    void whateverItIsWrittenAsTheTotalsAreTheSame() throws IOException {
        for (ReportName name : ReportName.values()) {
            for (Jurisdiction within : PLACES) {
                ReportDocument report = made(name, within);
                assertThat(WrittenFormat.expected(report))
                        .as("%s of %s has rows", name, within)
                        .anyMatch(section -> section.rows() > 0);
                for (WrittenFormat written : WrittenFormat.ALL) {
                    if (isPaper(written) && !within.equals(PLACES.getFirst())) continue;
                    assertThat(written.readBack(report))
                            .as("%s of %s as %s", name, within, written)
                            .isEqualTo(WrittenFormat.expected(report));
                }
            }
        }
    }

    /// Sheets take their time: those of a county are enough.
    private static boolean isPaper(WrittenFormat written) {
        return written.format() == ReportFormat.PDF;
    }

    /// They rest on the account alone.
    private static final Set<ReportName> OF_ONE_TEACHER =
            Set.of(ReportName.TEACHER_STATEMENT, ReportName.CERTIFICATE);

    @Test
    void theSameBasisStandsAboveEveryReportOfADivision() {
        for (ReportName name : ReportName.values()) {
            if (OF_ONE_TEACHER.contains(name)) continue;
            List<String> said =
                    made(name, PLACES.getLast()).head().basis().stream()
                            .map(line -> line.about().zh())
                            .toList();
            for (String line : BASIS) {
                assertThat(said).as(name.toString()).anyMatch(one -> one.startsWith(line));
            }
        }
    }

    @Test
    void whereTwoReportsCountTheSameTheySayTheSame() {
        for (Jurisdiction within : PLACES) {
            ReadDocument statement = new ReadDocument(made(ReportName.STATEMENT, within));
            Map<ReportName, List<KeyFigure>> heads = heads(within);
            COUNTED_BY_SEVERAL.forEach(
                    (figure, section) -> same(heads, figure, statement.total(section, figure)));
            assertThat(statement.total("sources", ReportFigure.CREDITS))
                    .as("credits of %s in the ledger", within)
                    .isPositive()
                    .isEqualTo(ledger(within));
        }
    }

    /// Of every report there is, but those of one delivery: of one school year all of them are.
    private Map<ReportName, List<KeyFigure>> heads(Jurisdiction within) {
        Map<ReportName, List<KeyFigure>> heads = new EnumMap<>(ReportName.class);
        for (ReportName name : ReportName.values()) {
            if (name == ReportName.DELIVERY_RECEIPT) continue;
            heads.put(name, made(name, within).head().figures());
        }
        return heads;
    }

    /// In the head of every report that has it.
    private static void same(
            Map<ReportName, List<KeyFigure>> heads, ReportFigure figure, long amount) {
        List<ReportName> told = new ArrayList<>();
        heads.forEach((name, figures) -> {
            if (name == ReportName.SOURCES && OF_ANY_FEED.contains(figure)) return;
            for (KeyFigure one : figures) {
                if (one.figure() != figure) continue;
                told.add(name);
                assertThat(one.value()).as("%s in %s", figure, name).isEqualTo(new Amount(amount));
            }
        });
        assertThat(told).as("%s is told by several", figure).hasSizeGreaterThan(1);
    }

    private long ledger(Jurisdiction within) {
        return pool.preparedQuery(LEDGER)
                .execute(Tuple.of(within.prefix()).addShort((short) VariedProvince.YEAR))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong("credits");
    }
}
