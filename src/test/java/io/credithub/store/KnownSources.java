package io.credithub.store;

import io.credithub.domain.Text;
import io.credithub.domain.report.ReportName;
import io.credithub.fakes.PlainFeeds;
import io.credithub.fakes.PlainIds;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportFormat;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.ReportWriter;
import io.credithub.flow.report.WriteReport;
import io.credithub.flow.report.head.ReportHeads;
import io.credithub.flow.report.impact.RuleImpactSource;
import io.credithub.flow.report.national.NationalExportSource;
import io.credithub.flow.report.person.CertificateReportSource;
import io.credithub.flow.report.person.TeacherStatementSource;
import io.credithub.flow.report.table.BreakReportSource;
import io.credithub.flow.report.table.DeliveryReceiptSource;
import io.credithub.flow.report.table.RunSummarySource;
import io.credithub.flow.report.table.SourceScoreSource;
import io.credithub.flow.report.table.TrainingStatisticSource;
import io.credithub.flow.report.teacher.TeacherReportSource;
import io.credithub.flow.report.year.AfterSigning;
import io.credithub.flow.report.year.RollUpReport;
import io.credithub.flow.report.year.StatementReport;
import io.credithub.flow.statement.KeepVerdicts;
import io.credithub.flow.statement.ListTeachers;
import io.credithub.flow.statement.StatementQuery;
import io.credithub.report.CsvReport;
import io.credithub.report.JsonReport;
import io.credithub.security.PayloadVault;
import io.credithub.store.bank.PostgresBank;
import io.credithub.store.breaks.PostgresKnownRuns;
import io.credithub.store.certificate.PostgresKnownCertificates;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.delivery.PostgresKnownDeliveries;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.feed.FeedRegistration;
import io.credithub.store.report.PostgresBasisReading;
import io.credithub.store.report.PostgresBreakReportFigures;
import io.credithub.store.report.PostgresNationalExportFigures;
import io.credithub.store.report.PostgresRuleImpactFigures;
import io.credithub.store.report.PostgresSourceScoreFigures;
import io.credithub.store.report.PostgresTrainingStatisticFigures;
import io.credithub.store.report.PostgresYearFigures;
import io.credithub.store.rules.PostgresPolicies;
import io.credithub.store.statement.PostgresKnownAccounts;
import io.credithub.store.statement.PostgresKnownTeacherLists;
import io.credithub.store.statement.PostgresTeacherLists;
import io.credithub.store.teacher.OpenedRegistry;
import io.credithub.store.teacher.PostgresHeldRecords;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Every report there is, of a registry that has no container.
record KnownSources(Pool pool, PostgresPolicies policies, KeepVerdicts verdicts) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final PlaceNames NAMES = division -> new Text("区" + division, division);

    List<ReportSource> by(Snapshots snapshots) {
        ReportHeads heads = new ReportHeads(NAMES, policies, new PostgresBasisReading(snapshots));
        ListTeachers lists =
                new ListTeachers(
                        new PostgresTeacherLists(pool), verdicts, policies, InstantSource.system());
        PostgresYearFigures years = new PostgresYearFigures(snapshots);
        List<ReportSource> all = new ArrayList<>(papers(snapshots));
        all.addAll(
                List.of(
                        new StatementReport(years, heads, AfterSigning.NEVER),
                        new RollUpReport(years, heads),
                        new TeacherReportSource(
                                new PostgresKnownTeacherLists(snapshots), lists, heads),
                        new BreakReportSource(
                                new PostgresBreakReportFigures(snapshots), PlainFeeds.of(), heads),
                        new SourceScoreSource(new PostgresSourceScoreFigures(snapshots), heads),
                        new TrainingStatisticSource(
                                new PostgresTrainingStatisticFigures(snapshots), heads),
                        new NationalExportSource(
                                new PostgresNationalExportFigures(snapshots), heads),
                        new RunSummarySource(new PostgresKnownRuns(snapshots), heads),
                        new DeliveryReceiptSource(
                                new PostgresKnownDeliveries(
                                        snapshots, PayloadVault.of(new byte[32])),
                                heads),
                        new RuleImpactSource(new PostgresRuleImpactFigures(snapshots), heads)));
        return all;
    }

    ReportSource by(Snapshots snapshots, ReportName name) {
        return by(snapshots).stream()
                .filter(source -> source.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private List<ReportSource> papers(Snapshots snapshots) {
        PlainFeeds feeds = PlainFeeds.of("one", "two");
        FeedNumbers numbers = new FeedNumbers(pool, new FeedRegistration(pool), feeds);
        StatementQuery statements =
                new StatementQuery(
                        OpenedRegistry.of(pool),
                        new PostgresHeldRecords(pool, numbers),
                        new PostgresBank(pool),
                        policies,
                        InstantSource.system());
        return List.of(
                new TeacherStatementSource(
                        statements,
                        new PostgresKnownAccounts(snapshots, numbers, new PlainIds()),
                        feeds,
                        policies,
                        NAMES),
                new CertificateReportSource(
                        new PostgresKnownCertificates(snapshots), policies, NAMES));
    }

    static String file(ReportSource source, ReportQuestion question, ReportFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWriter writer =
                format == ReportFormat.CSV
                        ? new CsvReport(out, ReportLanguage.BOTH)
                        : new JsonReport(out, ReportLanguage.BOTH);
        source.open(question)
                .chain(document -> new WriteReport(Runnable::run).write(document, writer, _ -> {}))
                .await()
                .atMost(PATIENCE);
        return out.toString(StandardCharsets.UTF_8);
    }
}
