package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.domain.division.DivisionList;
import io.credithub.domain.division.KnownDivision;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.division.KnownDivisions;
import io.credithub.flow.division.RosterDivisions.DivisionHeads;
import io.credithub.flow.division.Schools.RosterSchool;
import io.credithub.flow.division.Schools.SchoolPlace;
import io.credithub.flow.division.Schools.SchoolQuestion;
import io.credithub.mapping.division.DivisionFiles;
import io.credithub.store.division.PostgresKnownDivisions;
import io.credithub.store.division.PostgresRosterDivisions;
import io.credithub.store.division.PostgresSchools;
import io.credithub.testing.ApartFromOthers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of divisions in the registry, and the schools of its roster.
@ApartFromOthers
final class KnownDivisionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final DivisionList FILED = DivisionFiles.ofProject(Path.of(".")).load().list();

    /// Without the changes, every code of the past is unknown.
    private static final DivisionList SHORT = new DivisionList(FILED.divisions(), List.of());

    private static final String TEACHERS =
            """
            insert into teacher (teacher_no, name, school_code, school_name, home_school_code,
                division_code, home_division_code, status, left_on)
            values ('1', '甲', 'S-1', '第一小学', null, '140105', null, 'ACTIVE', null),
                ('2', '乙', 'S-1', '第一小学', null, '140105', null, 'ACTIVE', null),
                ('3', '丙', 'S-1', '一小', null, '140105', null, 'ACTIVE', null),
                ('4', '丁', 'S-1', '旧小学', null, '140105', null, 'LEFT', '2020-07-01'),
                ('5', '戊', 'S-1', '旧小学', null, '140105', null, 'LEFT', '2020-07-01'),
                ('6', '己', 'S-1', '旧小学', null, '140105', null, 'LEFT', '2020-07-01'),
                ('7', '庚', 'S-2', '第二小学', 'S-1', '140106', '140105', 'SECONDED', null),
                ('8', '辛', 'S-2', '第二小学', null, '140106', null, 'ACTIVE', null),
                ('9', '壬', null, null, null, '140106', null, 'ACTIVE', null),
                ('10', '癸', 'S-1', '第一小学', null, '140211', null, 'ACTIVE', null),
                ('11', '子', 'S/三', null, null, '149999', null, 'ACTIVE', null);
            insert into teacher (name, school_code, division_code, status, merged_into)
            select '丑', 'S-1', '140105', 'LEFT', id from teacher where teacher_no = '1';\
            """;

    @TempDir static Path home;
    private static @Nullable Vertx vertx;
    private static @Nullable LawRegistry shared;

    private final LawRegistry registry = registry();
    private final KnownDivisions divisions = new PostgresKnownDivisions(registry.pool());
    private final PostgresSchools schools = new PostgresSchools(registry.pool());

    @BeforeAll
    static void start() throws SQLException {
        Vertx own = Vertx.vertx();
        vertx = own;
        shared = new LawRegistry(home, own);
    }

    @AfterAll
    static void stop() throws SQLException {
        registry().close();
        if (vertx != null) vertx.close();
    }

    private static LawRegistry registry() {
        LawRegistry there = shared;
        if (there == null) throw new IllegalStateException("not started");
        return there;
    }

    @BeforeEach
    void nothingIsKnown() throws SQLException {
        registry.run(
                "delete from division_change; delete from division; delete from division_list;"
                        + " delete from teacher where merged_into is not null;"
                        + " delete from teacher;");
    }

    private static <T> T now(Uni<T> later) {
        return later.await().atMost(PATIENCE);
    }

    @Test
    void whatIsLearnedIsKnownWithValidityAndSuccession() throws SQLException {
        assertThat(now(divisions.catalogue()).all()).isEmpty();
        assertThat(now(divisions.learn(FILED))).isTrue();
        DivisionCatalogue known = now(divisions.catalogue());
        assertThat(known.list()).isEqualTo(FILED);
        assertThat(known.all()).isEqualTo(new DivisionCatalogue(FILED).all());
        assertThat(registry.rows("select count(*) from division where to_year is null"))
                .containsExactly("133|");
        assertThat(registry.rows("select name, to_year from division where code = '140211'"))
                .containsExactly("南郊区|2017|");
        assertThat(registry.rows("select from_year from division where code = '140213'"))
                .containsExactly("2018|");
        assertThat(
                        registry.rows(
                                "select school_year, successors from division_change where code ="
                                        + " '140211'"))
                .containsExactly("2018|{140213,140214}|");
    }

    @Test
    void theSameIsLearnedOnceAndAnotherTextIsAnotherList() throws SQLException {
        assertThat(now(divisions.learn(FILED))).isTrue();
        assertThat(now(divisions.learn(FILED))).isFalse();
        assertThat(now(divisions.learn(DivisionList.EMPTY))).as("no files").isFalse();
        assertThat(now(divisions.learn(SHORT))).isTrue();
        assertThat(now(divisions.catalogue()).find("140211")).isEmpty();
        assertThat(now(divisions.learn(FILED))).as("back again").isTrue();
        assertThat(now(divisions.catalogue()).find("140211"))
                .hasValueSatisfying(one -> assertThat(one.isToday()).isFalse());
        assertThat(registry.rows("select list, count(*) from division group by 1 order by 1"))
                .as("the old ones are kept")
                .containsExactly("1|144|", "2|133|", "3|144|");
    }

    @Test
    void severalProcessesThatStartAtOnceLearnOneList() throws SQLException {
        List<Uni<Boolean>> processes =
                Stream.generate(() -> new PostgresKnownDivisions(registry.pool()).learn(FILED))
                        .limit(6)
                        .toList();
        List<Boolean> learned = new ArrayList<>();
        Uni.combine()
                .all()
                .unis(processes)
                .with(answers -> answers)
                .await()
                .atMost(PATIENCE)
                .forEach(answer -> learned.add((Boolean) answer));
        assertThat(learned).containsOnlyOnce(true).hasSize(6);
        assertThat(registry.rows("select number from division_list")).containsExactly("1|");
    }

    @Test
    void whatAnotherProcessLearnsIsSeen() {
        assertThat(now(divisions.learn(SHORT))).isTrue();
        assertThat(now(divisions.catalogue()).list()).isEqualTo(SHORT);
        assertThat(now(divisions.catalogue())).isSameAs(now(divisions.catalogue()));
        assertThat(now(new PostgresKnownDivisions(registry.pool()).learn(FILED))).isTrue();
        assertThat(now(divisions.catalogue()).list()).isEqualTo(FILED);
    }

    @Test
    void everybodyStandsAtOneSchoolOfOneDivision() throws SQLException {
        registry.run(TEACHERS);
        assertThat(list("140000", null, null, null))
                .containsExactly(
                        school("140105", "S-1", "第一小学", List.of("一小", "旧小学"), 7, 4),
                        school("140106", "", null, List.of(), 1, 1),
                        school("140106", "S-2", "第二小学", List.of(), 1, 1),
                        school("140211", "S-1", "第一小学", List.of("一小", "旧小学"), 1, 1),
                        school("149999", "S/三", null, List.of(), 1, 1));
        assertThat(now(roster().count(new Jurisdiction("140000"))))
                .containsExactly(
                        new DivisionHeads("140105", 7),
                        new DivisionHeads("140106", 2),
                        new DivisionHeads("140211", 1),
                        new DivisionHeads("149999", 1));
        assertThat(now(roster().count(new Jurisdiction("140200"))))
                .containsExactly(new DivisionHeads("140211", 1));
        assertThat(now(roster().count(Jurisdiction.NATION))).hasSize(4);
    }

    @Test
    void pagesOfOneGoThroughThemAll() throws SQLException {
        registry.run(TEACHERS);
        List<RosterSchool> all = list("140000", null, null, null);
        List<RosterSchool> pages = new ArrayList<>();
        SchoolPlace after = null;
        List<RosterSchool> page = page("140000", null, null, after, 1);
        while (!page.isEmpty()) {
            pages.addAll(page);
            after = page.getLast().place();
            page = page("140000", null, null, after, 1);
        }
        assertThat(pages).isEqualTo(all);
    }

    @Test
    void schoolsAreFoundByCountyCodeAndName() throws SQLException {
        registry.run(TEACHERS);
        assertThat(places(list("140106", null, null, null)))
                .containsExactly("140106/", "140106/S-2");
        assertThat(places(list("140100", "S-1", null, null))).containsExactly("140105/S-1");
        assertThat(places(list("140000", null, "旧", null)))
                .as("by a former name")
                .containsExactly("140105/S-1", "140211/S-1");
        assertThat(places(list("140000", null, "%", null))).as("no pattern").isEmpty();
        assertThat(places(list("150000", null, null, null))).isEmpty();
    }

    private PostgresRosterDivisions roster() {
        return new PostgresRosterDivisions(registry.pool());
    }

    private List<RosterSchool> list(
            String within, @Nullable String code, @Nullable String name, @Nullable SchoolPlace at) {
        return page(within, code, name, at, 100);
    }

    private List<RosterSchool> page(
            String within,
            @Nullable String code,
            @Nullable String name,
            @Nullable SchoolPlace after,
            int most) {
        SchoolQuestion asked = new SchoolQuestion(new Jurisdiction(within), code, name);
        return now(schools.list(asked, after, most));
    }

    private static RosterSchool school(
            String division,
            String code,
            @Nullable String name,
            List<String> others,
            long teachers,
            long present) {
        return new RosterSchool(new SchoolPlace(division, code), name, others, teachers, present);
    }

    private static List<String> places(List<RosterSchool> found) {
        return found.stream()
                .map(one -> one.place().division() + "/" + one.place().school())
                .toList();
    }

    @Test
    void everyKnownCodeHasARow() throws SQLException {
        assertThat(now(divisions.learn(FILED))).isTrue();
        List<String> codes =
                new DivisionCatalogue(FILED).all().stream().map(KnownDivision::code).toList();
        assertThat(registry.rows("select code from division order by code"))
                .isEqualTo(codes.stream().map(code -> code + "|").toList());
    }
}
