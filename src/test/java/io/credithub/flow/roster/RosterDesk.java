package io.credithub.flow.roster;

import static io.credithub.fakes.InMemoryFlow.done;

import io.credithub.domain.completion.Finding;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fakes.InMemoryStores;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.reading.Content;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.RuleSet;
import java.util.List;

/// The roster's way over one registry in memory.
final class RosterDesk {
    final InMemoryFlow flow;
    final ImportRoster roster;
    final DecidePersons persons;
    private final ListedRows rows = new ListedRows();

    RosterDesk() {
        this(RuleSets.shanxi());
    }

    RosterDesk(RuleSet rules) {
        flow = new InMemoryFlow(rules);
        InMemoryStores stores = flow.stores();
        roster =
                new ImportRoster(
                        rows,
                        stores.roster(),
                        stores.lock(),
                        flow.postings(),
                        InMemoryFlow.AT_ONCE);
        persons =
                new DecidePersons(
                        stores.persons(), stores.roster(), stores.lock(), flow.postings());
    }

    RosterReport take(RosterRow... file) {
        return report(take(false, file));
    }

    /// Tells what would become of a file.
    RosterReport trial(RosterRow... file) {
        return report(take(true, file));
    }

    private static RosterReport report(Outcome<RosterReport, Finding> outcome) {
        return ((Outcome.Done<RosterReport, Finding>) outcome).value();
    }

    private Outcome<RosterReport, Finding> take(boolean isTrial, RosterRow... file) {
        Content content = rows.file(List.of(file));
        return done(roster.take(new RosterIntake.RosterFile(content, null, isTrial)));
    }

    Outcome<RosterReport, Finding> takeUnreadable() {
        Content content = Content.of(new byte[0]);
        return done(roster.take(new RosterIntake.RosterFile(content, null, false)));
    }

    /// `rows: added, changed, unchanged, refused; resolved`.
    static String counts(RosterReport report) {
        return report.rows()
                + ": "
                + report.added()
                + ", "
                + report.changed()
                + ", "
                + report.unchanged()
                + ", "
                + report.refused()
                + "; "
                + report.resolved();
    }

    static List<String> findings(RosterReport report) {
        return report.findings().stream()
                .map(at -> at.position() + " " + at.finding().code() + " " + at.finding().field())
                .toList();
    }

    boolean isKnown(String teacherNo) {
        return done(flow.stores().registry().find(teacherNo, Jurisdiction.NATION)).isPresent();
    }
}
