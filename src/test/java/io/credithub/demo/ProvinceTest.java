package io.credithub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.demo.answer.ExpectedCredits;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.demo.source.CsvDrop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvinceTest {
    private static final String GOLDEN =
            "0fdd2c7b436628ddf52fbe162c147685c351fd8d6eebccdf11da3688547e231c";
    @TempDir private Path folder = Path.of(".");

    @Test
    void theSameSeedGivesTheSameBytesOnEveryMachineAndDay() throws Exception {
        String first = digest(written("a", 100, 42));
        assertThat(digest(written("b", 100, 42))).isEqualTo(first).isEqualTo(GOLDEN);
    }

    @Test
    void anotherSeedIsAnotherProvince() throws Exception {
        assertThat(digest(written("a", 20, 1))).isNotEqualTo(digest(written("b", 20, 2)));
    }

    @Test
    void theFilesHoldWhatTheKeySays() throws IOException {
        ProvinceFiles files = written("a", 400, 5);
        List<String> feeds = Files.readAllLines(files.feedKey());
        long national = Files.readAllLines(files.national()).size();
        assertThat(feeds.get(1)).startsWith("national-platform," + national + ",");
        long rows = 0;
        for (Path csv : first(files.provinceDrop(), ".csv")) {
            rows += Files.readAllLines(csv, CsvDrop.GB18030).size() - 1;
        }
        assertThat(feeds.get(2)).startsWith("province-platform," + rows + ",");
        long pushed = 0;
        for (Path pushes : List.of(files.vendor(), files.vendorLater())) {
            for (Path batch : first(pushes, ".ndjson")) pushed += Files.readAllLines(batch).size();
        }
        assertThat(feeds.get(3)).startsWith("vendor-push," + pushed + ",");
        assertThat(Files.readAllLines(files.answerKey())).hasSize(401);
    }

    @Test
    void whatIsDeliveredIsRefusedOrRepeatedOrAVersion() throws IOException {
        ProvinceFiles files = written("a", 400, 5);
        for (String line : Files.readAllLines(files.feedKey()).subList(1, 4)) {
            String[] cells = line.split(",", -1);
            long parts =
                    Long.parseLong(cells[2]) + Long.parseLong(cells[3]) + Long.parseLong(cells[4]);
            assertThat(Long.parseLong(cells[1])).as(line).isEqualTo(parts).isPositive();
        }
    }

    @Test
    void aManifestStatesTheTotalsOfItsFile() throws IOException {
        ProvinceFiles files = written("a", 400, 5);
        for (Path csv : first(files.provinceDrop(), ".csv")) {
            List<String> rows = Files.readAllLines(csv, CsvDrop.GB18030);
            String name = csv.getFileName() + ".manifest.json";
            String manifest = Files.readString(csv.resolveSibling(name));
            assertThat(manifest).contains("\"records\":" + (rows.size() - 1) + ",");
            assertThat(manifest).contains("\"file\":\"" + csv.getFileName() + "\"");
            assertThat(csv.resolveSibling(csv.getFileName() + ".done")).isEmptyFile();
        }
    }

    @Test
    void rareNamesSurviveTheCharsetOfTheProvince() {
        String name = "䶮𠮷㛃·买买提";
        byte[] bytes = name.getBytes(CsvDrop.GB18030);
        assertThat(new String(bytes, CsvDrop.GB18030)).isEqualTo(name);
    }

    @Test
    void theAnswersAreThoseOfTheFile() throws IOException {
        List<String> lines = Files.readAllLines(written("a", 50, 9).answerKey());
        List<ExpectedCredits> answers =
                new Province(new ProvinceSettings(50, 9, ProvinceSettings.TODAY), 2)
                        .answers()
                        .toList();
        for (int i = 0; i < answers.size(); i++) {
            String total = io.credithub.domain.Hundredths.text(answers.get(i).total());
            assertThat(lines.get(i + 1))
                    .startsWith(answers.get(i).teacherNo() + ",2022," + total + ",");
        }
    }

    private ProvinceFiles written(String name, int teachers, long seed) throws IOException {
        ProvinceSettings settings = new ProvinceSettings(teachers, seed, ProvinceSettings.TODAY);
        return new Province(settings, 2)
                .writeTo(folder.resolve(name), Province.ProvinceProgress.silent());
    }

    /// Without what only repeats another file.
    private static List<Path> first(Path folder, String end) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(end))
                    .filter(file -> !file.toString().contains("-again"))
                    .toList();
        }
    }

    private static String digest(ProvinceFiles files) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> found = Files.walk(files.folder())) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                String name = files.folder().relativize(file).toString();
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
