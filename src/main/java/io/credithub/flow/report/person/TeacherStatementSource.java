package io.credithub.flow.report.person;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.report.ReportCell;
import io.credithub.domain.report.ReportFigure;
import io.credithub.domain.report.ReportHead;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.report.ReportHead.KeyFigure;
import io.credithub.domain.report.ReportHead.ReportMoment;
import io.credithub.domain.report.ReportHead.ReportPlace;
import io.credithub.domain.report.ReportName;
import io.credithub.domain.standing.LineStanding;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearStanding;
import io.credithub.flow.certificate.CertificateWords;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.report.PlaceNames;
import io.credithub.flow.report.ReportDocument;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.ReportRefused;
import io.credithub.flow.report.ReportSource;
import io.credithub.flow.report.ReportTermRefused;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.statement.KnownAccounts;
import io.credithub.flow.statement.KnownAccounts.AccountQuestion;
import io.credithub.flow.statement.KnownAccounts.FoundAccount.Erased;
import io.credithub.flow.statement.KnownAccounts.FoundAccount.KnownAccount;
import io.credithub.flow.statement.KnownAccounts.FoundAccount.Nobody;
import io.credithub.flow.statement.Statement;
import io.credithub.flow.statement.StatementQuery;
import io.credithub.flow.teacher.Registry.Profile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The statement of a teacher's cycle: where the teacher stands, record by record with hours,
/// credits and paragraph, what does not count and why, and what is missing.
@Singleton
public class TeacherStatementSource implements ReportSource {
    private static final String TEACHER = "teacher";
    private static final String CYCLE = "cycle";
    private static final Text NOBODY =
            new Text("辖区内没有该编号的教师", "no teacher of that number in your division");

    private static final Text ERASED =
            new Text(
                    "该教师的个人信息已依法删除,任何时刻的账单都不再出具;确需核对的,以删除前已交付的账单按其验证码核验:"
                            + "/verify/{验证码};本人重新建档后,按新档案申请",
                    "the teacher was erased, and nothing is told of them any more, of no moment."
                            + " Whoever holds a paper from before verifies it by its code:"
                            + " /verify/{code}. Of a teacher who was admitted again, ask as of a"
                            + " later moment");

    private final StatementQuery statements;
    private final KnownAccounts accounts;
    private final Feeds feeds;
    private final Policies policies;
    private final PlaceNames places;

    public TeacherStatementSource(
            StatementQuery statements,
            KnownAccounts accounts,
            Feeds feeds,
            Policies policies,
            PlaceNames places) {
        this.statements = statements;
        this.accounts = accounts;
        this.feeds = feeds;
        this.policies = policies;
        this.places = places;
    }

    @Override
    public ReportName name() {
        return ReportName.TEACHER_STATEMENT;
    }

    @Override
    public Set<String> terms() {
        return Set.of(TEACHER, CYCLE);
    }

    @Override
    public void check(Map<String, String> terms) {
        teacher(terms);
        if (terms.containsKey(CYCLE)) cycle(terms);
    }

    private static String teacher(Map<String, String> terms) {
        return PersonTerms.number(terms, TEACHER, "教师编号 a teacher's number");
    }

    private int cycle(Map<String, String> terms) {
        long year = ReportTermRefused.number(terms, CYCLE);
        if (year <= Short.MAX_VALUE && statements.isCycle(Math.toIntExact(year))) {
            return Math.toIntExact(year);
        }
        throw new ReportTermRefused(
                CYCLE,
                Objects.requireNonNull(terms.get(CYCLE)),
                List.of("周期首学年 the first school year of a cycle"));
    }

    /// The cycle that is named, or the one of the school year that is, or ran at the moment.
    private int cycle(ReportQuestion question) {
        if (question.terms().containsKey(CYCLE)) return cycle(question.terms());
        Integer year = question.schoolYear();
        Policy main = policies.inForce().policy();
        return year == null ? main.cycleOf(day(question)) : main.cycleOfSchoolYear(year);
    }

    private LocalDate day(ReportQuestion question) {
        return policies.dayOf(question.asOf());
    }

    /// @return fails with [ReportRefused] if there is no such teacher within the jurisdiction, or
    ///   the teacher was erased since
    @Override
    public Uni<ReportDocument> open(ReportQuestion question) {
        return Uni.createFrom()
                .item(() -> asked(question))
                .chain(accounts::find)
                .chain(found ->
                        switch (found) {
                            case Nobody _ -> Uni.createFrom().failure(new ReportRefused(NOBODY));
                            case Erased _ -> Uni.createFrom().failure(new ReportRefused(ERASED));
                            case KnownAccount account ->
                                    policies.rules(account.rulebook())
                                            .map(rules -> document(question, account, rules));
                        });
    }

    private AccountQuestion asked(ReportQuestion question) {
        int cycle = cycle(question);
        int years = policies.inForce().policy().terms().calendar().cycleYears();
        return new AccountQuestion(
                teacher(question.terms()),
                question.within(),
                cycle,
                cycle + years - 1,
                question.asOf());
    }

    private ReportDocument document(ReportQuestion question, KnownAccount account, Rulebook rules) {
        Statement statement = statements.tell(account, cycle(question), rules, day(question));
        PlaceNames names = places.at(question.asOf());
        PersonTables tables = new PersonTables(feeds, policies, rules);
        return new ReportDocument(
                head(question, statement, rules),
                tables.parts(statement, account.exemptions(), names));
    }

    private ReportHead head(ReportQuestion question, Statement statement, Rulebook rules) {
        Profile teacher = statement.teacher();
        Standing standing = statement.standing();
        String home = teacher.homeDivision();
        String division = home == null ? teacher.division() : home;
        String name = teacher.name();
        return new ReportHead(
                question.name(),
                question.name().title().plus(new Text("(" + name + ")", " (" + name + ")")),
                headline(standing),
                new ReportPlace(division, places.at(question.asOf()).titleOf(division)),
                CertificateWords.cycle(standing.cycle(), standing.years().size()),
                new ReportMoment(question.asOf(), policies.zone()),
                question.askedBy(),
                List.of(
                        figure(ReportFigure.RECOGNISED, standing.recognised()),
                        figure(ReportFigure.REQUIRED, standing.required()),
                        figure(ReportFigure.MISSING, total(standing).missing()),
                        figure(ReportFigure.BORROWED, borrowed(standing))),
                basis(statement, rules));
    }

    private static KeyFigure figure(ReportFigure figure, Credits credits) {
        return new KeyFigure(figure, ReportCell.of(credits.hundredths()));
    }

    private static LineStanding total(Standing standing) {
        return standing.lines().getFirst();
    }

    private static Credits borrowed(Standing standing) {
        Credits sum = Credits.ZERO;
        for (YearStanding year : standing.years()) sum = sum.plus(year.borrowed());
        return sum;
    }

    /// The verdict first: it is what somebody wants to know.
    static Text headline(Standing standing) {
        Text verdict = CertificateWords.verdict(standing.verdict()).capital();
        Credits missing = total(standing).missing();
        Text lacking =
                missing.hundredths() == 0
                        ? Text.EMPTY
                        : new Text(",尚缺 " + missing, ", " + missing + " missing");
        return verdict.plus(
                        new Text(
                                ":认定 %s 学分,应修 %s 学分"
                                        .formatted(standing.recognised(), standing.required()),
                                ": %s credits recognised of %s"
                                        .formatted(standing.recognised(), standing.required())))
                .plus(lacking)
                .plus(new Text("。", "."));
    }

    private static List<BasisLine> basis(Statement statement, Rulebook rules) {
        List<BasisLine> lines = new ArrayList<>();
        int cycle = statement.cycle();
        lines.add(new BasisLine(new Text("规则", "rules"), statement.policy()));
        lines.add(
                new BasisLine(
                        new Text("规则决定", "decision on rules"), String.valueOf(rules.number())));
        lines.add(
                new BasisLine(
                        new Text("逐笔复算", "computed again"),
                        statement.verified()
                                ? new Text("与账本一致", "as posted")
                                : new Text("与账本不一致", "differs from the ledger")));
        lines.add(new BasisLine(new Text("周期首学年", "cycle from"), String.valueOf(cycle)));
        return lines;
    }
}
