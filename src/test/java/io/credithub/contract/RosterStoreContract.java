package io.credithub.contract;

import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.IdDocument;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.teacher.Identity;
import io.credithub.fixtures.RosterRowBuilder;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.flow.roster.Enrolled;
import io.credithub.flow.roster.RosterBatch;
import io.credithub.flow.roster.RosterReport;
import io.credithub.flow.roster.RosterRow;
import io.credithub.flow.roster.RosterRow.TeacherStatus;
import io.credithub.flow.roster.RosterStore;
import io.credithub.flow.roster.RosterStore.HomesFound;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.Registry;
import io.credithub.flow.teacher.TeacherKeys;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The roster says who is who; nobody is made into somebody else by it.
public abstract class RosterStoreContract {
    private final Stores stores;
    private final Steps steps;

    protected RosterStoreContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
    }

    private RosterRowBuilder row(String number) {
        return aTeacher(steps.own(number));
    }

    /// A passport that nobody else has.
    private IdDocument passport(String number) {
        String own = steps.own(number).toUpperCase(Locale.ROOT);
        return new IdDocument(IdDocument.Type.PASSPORT, own);
    }

    private static int only(Enrolled enrolled) {
        return enrolled.touched().iterator().next();
    }

    private static String counts(Enrolled enrolled) {
        return enrolled.added()
                + " added, "
                + enrolled.changed()
                + " changed, "
                + enrolled.unchanged()
                + " unchanged, "
                + enrolled.refused()
                + " refused";
    }

    private static List<String> told(Enrolled enrolled) {
        return enrolled.told().stream()
                .map(told ->
                        told.finding().code()
                                + " "
                                + told.finding().field()
                                + (told.isRefused() ? " refused" : ""))
                .toList();
    }

    @Test
    void whoIsNewIsAddedAndWhoIsTheSameStays() {
        RosterRow row = row("T").build();
        assertThat(counts(steps.enrol(row)))
                .isEqualTo("1 added, 0 changed, 0 unchanged, 0 refused");
        Enrolled again = steps.enrol(row);
        assertThat(counts(again)).isEqualTo("0 added, 0 changed, 1 unchanged, 0 refused");
        assertThat(again.touched()).isEmpty();
        assertThat(again.seen()).hasSize(1);
    }

    @Test
    void whoIsNewIsFoundByNumberAndByDocument() {
        IdDocument passport = passport("P");
        int teacher = only(steps.enrol(row("T").with(passport).build()));
        UUID document = stores.ids().lookup(passport);
        TeacherKeys keys =
                new TeacherKeys(
                        steps.own("T"),
                        stores.ids().lookup(steps.own("T")),
                        document,
                        "王䶮",
                        null,
                        null);
        Identified.TeachersByKey found =
                Steps.wait(stores.teachers().identify(List.of(keys))).found();
        assertThat(found.byNumber()).containsExactly(Map.entry(steps.own("T"), teacher));
        assertThat(found.byDocument()).containsExactly(Map.entry(document, teacher));
        assertThat(found.persons().get(teacher))
                .isEqualTo(
                        new Identity(
                                Set.of(stores.ids().lookup(steps.own("T"))),
                                Set.of(document),
                                Set.of("王䶮"),
                                null));
    }

    @Test
    void aChangeThatStandingsDependOnIsNamed() {
        int teacher = steps.teacher("T");
        Enrolled school = steps.enrol(row("T").at("S-2").build());
        assertThat(school.changedFacts()).isEmpty();
        Enrolled confirmed =
                steps.enrol(row("T").at("S-2").confirmedOn(LocalDate.of(2022, 9, 1)).build());
        assertThat(confirmed.changedFacts()).containsExactly(teacher);
        assertThat(steps.account(teacher).facts().confirmedOn())
                .isEqualTo(LocalDate.of(2022, 9, 1));
    }

    @Test
    void whatTheFileDoesNotSpeakOfStays() {
        int teacher = steps.teacher("T");
        RosterBatch names =
                new RosterBatch(
                        Set.of(RosterColumn.TEACHER_NO, RosterColumn.NAME, RosterColumn.STATUS),
                        List.of(row("T").at("S-9").in(null).being(TeacherStatus.NEW).build()));
        steps.underLock(ledger -> stores.roster().enrol(ledger, names, Steps.TODAY));
        Registry.Profile profile = profile("T");
        assertThat(List.of(profile.division(), String.valueOf(profile.schoolCode())))
                .containsExactly(Steps.COUNTY, "S-1");
        assertThat(steps.account(teacher).facts().newTeacher()).isTrue();
    }

    private Registry.Profile profile(String number) {
        return Steps.wait(stores.registry().find(steps.own(number), Jurisdiction.NATION))
                .orElseThrow()
                .profile();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"division, /division_code", "status, /status"})
    void ofWhoIsNewTheFileMustSayWhereTheyBelong(String what, String field) {
        RosterRowBuilder row = row("T");
        RosterRow lacking =
                what.equals("division") ? row.in(null).build() : row.being(null).build();
        Enrolled enrolled = steps.enrol(lacking);
        assertThat(told(enrolled)).containsExactly("MISSING_FIELD " + field + " refused");
        assertThat(steps.identify("T").found().byNumber()).isEmpty();
    }

    @Test
    void anotherNameUnderANumberWaitsForARegistrar() {
        int teacher = steps.teacher("T");
        Enrolled enrolled = steps.enrol(row("T").named("赵六").build());
        assertThat(told(enrolled)).containsExactly("NUMBER_OF_ANOTHER /teacher_no refused");
        assertThat(enrolled.seen()).containsExactly(teacher);
        assertThat(profile("T").name()).isEqualTo("王䶮");
        assertThat(doubts()).containsExactly("HUB-" + code(enrolled) + " 赵六");
    }

    private static String code(Enrolled enrolled) {
        return enrolled.told().getFirst().finding().code().code().substring("HUB-".length());
    }

    private List<String> doubts() {
        return Steps.wait(stores.persons().doubts(new Jurisdiction(Steps.COUNTY))).stream()
                .filter(doubt -> doubt.teachers().contains(steps.own("T")))
                .map(doubt -> doubt.code() + " " + doubt.name())
                .toList();
    }

    @Test
    void aNumberOfOneAndADocumentOfAnotherAreRefused() {
        IdDocument passport = passport("P");
        steps.enrol(row("T").build(), row("O").with(passport).build());
        assertThat(told(steps.enrol(row("T").with(passport).build())))
                .containsExactly("IDENTITY_MISMATCH /teacher_no refused");
    }

    @Test
    void aDocumentUnderAnotherNameIsRefused() {
        IdDocument passport = passport("P");
        steps.enrol(row("T").with(passport).build());
        assertThat(told(steps.enrol(row("N").with(passport).named("赵六").build())))
                .containsExactly("DOCUMENT_OF_ANOTHER /id_number refused");
    }

    @Test
    void aFormerNameStillNamesTheTeacher() {
        IdDocument passport = passport("P");
        int teacher = only(steps.enrol(row("T").with(passport).build()));
        assertThat(told(steps.enrol(row("T").with(passport).named("赵六").build())))
                .containsExactly("NAME_CHANGED /name");
        assertThat(identity(teacher, "T").names()).containsExactlyInAnyOrder("王䶮", "赵六");
        assertThat(Steps.wait(stores.persons().former(teacher)))
                .extracting(former -> former.kind() + " " + former.value())
                .containsExactly("NAME 王䶮");
    }

    private Identity identity(int teacher, String number) {
        return Objects.requireNonNull(steps.identify(number).found().persons().get(teacher));
    }

    @Test
    void aFormerNumberStillFindsTheTeacher() {
        IdDocument passport = passport("P");
        int teacher = only(steps.enrol(row("T").with(passport).build()));
        assertThat(told(steps.enrol(row("N").with(passport).build())))
                .containsExactly("NUMBER_CHANGED /teacher_no");
        assertThat(steps.identify("T", "N").found().byNumber())
                .containsOnly(
                        Map.entry(steps.own("T"), teacher), Map.entry(steps.own("N"), teacher));
        assertThat(counts(steps.enrol(row("T").with(passport).build())))
                .isEqualTo("0 added, 0 changed, 1 unchanged, 0 refused");
    }

    @Test
    void aDocumentThatWasWrongFindsNobody() {
        IdDocument wrong = passport("P");
        int teacher = only(steps.enrol(row("T").with(wrong).build()));
        Enrolled enrolled = steps.enrol(row("T").with(passport("Q")).build());
        assertThat(told(enrolled)).containsExactly("DOCUMENT_CHANGED /id_number");
        assertThat(identity(teacher, "T").documents())
                .containsExactly(stores.ids().lookup(passport("Q")));
    }

    @Test
    void whoMovesTakesTheFiguresAlong() {
        int teacher = steps.teacher("T");
        steps.post(Stores.PROVINCE, "R", teacher, 1, 30);
        Stores.Cell old = stores.cell(Stores.PROVINCE, Steps.COUNTY, 2022);
        Stores.Cell other = stores.cell(Stores.PROVINCE, "140108", 2022);
        Enrolled enrolled =
                steps.enrol(row("T").in("140108").since(LocalDate.of(2023, 3, 1)).build());
        assertThat(enrolled.moved()).containsExactly(teacher);
        Stores.Cell one = new Stores.Cell(1, 10_00, 0, 1);
        assertThat(plus(stores.cell(Stores.PROVINCE, Steps.COUNTY, 2022), one)).isEqualTo(old);
        assertThat(stores.cell(Stores.PROVINCE, "140108", 2022)).isEqualTo(plus(other, one));
        assertThat(steps.account(teacher).division()).isEqualTo("140108");
        assertThat(places(teacher))
                .containsExactlyInAnyOrder(
                        new Residence(LocalDate.of(1, 1, 1), Steps.COUNTY),
                        new Residence(LocalDate.of(2023, 3, 1), "140108"));
    }

    private static Stores.Cell plus(Stores.Cell cell, Stores.Cell more) {
        return new Stores.Cell(
                cell.posted() + more.posted(),
                cell.postedCredits() + more.postedCredits(),
                cell.aside() + more.aside(),
                cell.persons() + more.persons());
    }

    private List<Residence> places(int teacher) {
        return Steps.wait(stores.teachers().places(Set.of(teacher))).of(teacher);
    }

    @Test
    void whoseRowDoesNotSaySinceWhenHasMovedToday() {
        int teacher = steps.teacher("T");
        steps.enrol(row("T").in("140108").build());
        assertThat(places(teacher)).contains(new Residence(Steps.TODAY, "140108"));
    }

    @Test
    void theCountyOfAHomeSchoolIsFoundOnceSomebodyWorksThere() {
        String home = steps.own("S");
        RosterRow away = row("T").being(TeacherStatus.SECONDED).belongingTo(home).build();
        Enrolled first = steps.enrol(away);
        int teacher = only(first);
        assertThat(first.withoutHome()).containsExactly(0);
        steps.enrol(row("O").at(home).in("140109").build());
        HomesFound found =
                steps.underLock(ledger -> stores.roster().findHomes(ledger, Steps.TODAY));
        assertThat(found.enrolled().touched()).contains(teacher);
        assertThat(found.enrolled().moved()).contains(teacher);
        assertThat(found.unknown()).doesNotContain(home);
        assertThat(steps.account(teacher).division()).isEqualTo("140109");
        assertThat(profile("T").division()).isEqualTo(Steps.COUNTY);
    }

    @Test
    void whomAFileLeavesOutIsToldOfItsDivisions() {
        int seen = only(steps.enrol(row("T").in("140121").build()));
        steps.enrol(row("A").in("140121").build());
        steps.enrol(row("L").in("140121").being(TeacherStatus.LEFT).build());
        BitSet them = new BitSet();
        them.set(seen);
        RosterReport.Absent absent =
                steps.underLock(ledger -> stores.roster().absent(ledger, Set.of("140121"), them));
        assertThat(absent.teachers()).contains(steps.own("A"));
        assertThat(absent.teachers()).doesNotContain(steps.own("T"), steps.own("L"));
    }

    @Test
    void aWaitingRecordFindsItsTeacherAndWaitsUntilItIsPosted() {
        Arrival waiting = waiting();
        int teacher = only(steps.enrol(row("等").build()));
        RosterStore.Resolved found =
                new RosterStore.Resolved(Steps.key(waiting), 1, teacher, List.of());
        assertThat(resolve(teacher)).containsExactly(found);
        assertThat(resolve(teacher)).containsExactly(found);
        steps.underLock(ledger ->
                ledger.contents(List.of(Steps.key(waiting)))
                        .chain(contents -> {
                            RecordMerge merge = new RecordMerge(Stores.MATCHER, contents);
                            merge.identify(contents.getFirst(), teacher);
                            return steps.postings()
                                    .resolveAndPost(ledger, merge, Set.of(), Posting::ofNoChunk);
                        }));
        assertThat(resolve(teacher)).isEmpty();
        assertThat(steps.account(teacher).cycles()).containsKey(2022);
    }

    private Arrival waiting() {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival waiting = steps.arrival(chunk, "W", RecordVersion.NOBODY, 1, 30);
        steps.post(chunk, waiting);
        return waiting;
    }

    private List<RosterStore.Resolved> resolve(int teacher) {
        return steps.looking(ledger -> stores.roster().resolveWaiting(ledger, Set.of(teacher)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"王小䶮, NAME_DIFFERS, false", "赵六, NOT_THE_PERSON, true"})
    void aWaitingRecordUnderAnotherNameSaysSo(String name, String code, boolean isNobodys) {
        waiting();
        int teacher = only(steps.enrol(row("等").named(name).build()));
        RosterStore.Resolved found = resolve(teacher).getFirst();
        assertThat(found.told()).extracting(Enum::name).contains(code);
        assertThat(found.teacher() == RecordVersion.NOBODY).isEqualTo(isNobodys);
    }
}
