package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.demo.Province;
import io.credithub.demo.ProvinceFiles;
import io.credithub.demo.answer.ExpectedCredits;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.reading.Content;
import io.credithub.flow.roster.RosterIntake;
import io.credithub.flow.roster.RosterReport;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WholeWayIT {
    private static final Duration WAIT = Duration.ofSeconds(60);

    @Inject Landing landing;
    @Inject RosterIntake roster;
    @Inject Pool pool;
    @TempDir Path folder;

    @Test
    void everyTeacherOfAProvinceComesOutAsTheAnswerKeySays() throws IOException {
        Province province = new Province(new ProvinceSettings(400, 7, ProvinceSettings.TODAY));
        ProvinceFiles files = province.writeTo(folder, Province.ProvinceProgress.silent());
        RosterReport first = roster.importCsv(Content.of(files.roster())).await().atMost(WAIT);
        assertThat(first.findings()).isEmpty();
        for (Path file : list(files.vendor(), ".ndjson")) land("vendor-push", file);
        for (Path file : list(files.provinceDrop(), ".csv")) land("province-platform", file);
        landPages(files.national());
        drain();
        roster.importCsv(Content.of(files.lateRoster())).await().atMost(WAIT);
        Map<String, Long> expected = new TreeMap<>();
        for (ExpectedCredits answer : province.answers().toList()) {
            if (answer.total() != 0) expected.put(answer.teacherNo(), answer.total());
        }
        assertThat(earned()).isEqualTo(expected);
    }

    private void land(String feed, Path file) {
        Delivery delivery =
                new Delivery(
                        feed,
                        file.getFileName().toString(),
                        Content.of(file),
                        null,
                        Declared.NOTHING,
                        null,
                        null);
        landing.land(delivery).await().atMost(WAIT);
    }

    private void landPages(Path records) throws IOException {
        List<String> lines = Files.readAllLines(records);
        for (int from = 0; from < lines.size(); from += 500) {
            int to = Math.min(lines.size(), from + 500);
            String page =
                    "{\"data\":{\"items\":[" + String.join(",", lines.subList(from, to)) + "]}}";
            Path file = Files.writeString(folder.resolve("page-" + from), page);
            land("national-platform", file);
        }
    }

    private static List<Path> list(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private void drain() {
        long deadline = System.nanoTime() + WAIT.toNanos();
        while (count("select count(*) from chunk where not done") > 0) {
            assertThat(System.nanoTime()).as("chunks done in time").isLessThan(deadline);
        }
    }

    private long count(String sql) {
        return pool.query(sql).execute().await().atMost(WAIT).iterator().next().getLong(0);
    }

    private Map<String, Long> earned() {
        Map<String, Long> earned = new TreeMap<>();
        for (Row row :
                pool.query(
                                """
                                select t.teacher_no, sum(s.earned)::bigint from standing s
                                join teacher t on t.id = s.teacher_id
                                where t.teacher_no like '14%'
                                group by 1 having sum(s.earned) <> 0\
                                """)
                        .execute()
                        .await()
                        .atMost(WAIT)) {
            earned.put(row.getString(0), row.getLong(1));
        }
        return earned;
    }
}
