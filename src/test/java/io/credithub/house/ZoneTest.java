package io.credithub.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.policy.terms.SchoolCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Where a day begins is said by the policy in force, in one place.
final class ZoneTest {
    private static final List<Path> ROOTS = List.of(Path.of("src/main"), Path.of("src/apart"));
    private static final String HOME =
            "src/main/java/io/credithub/domain/policy/terms/SchoolCalendar.java";

    /// A zone by its name, and clocks that take the machine's. UTC is how instants are written, and
    /// a parameter of a statement is the policy's.
    private static final Pattern ZONE =
            Pattern.compile(
                    "\"(Asia|Europe|America|Etc)/|'(Asia|Etc)/|systemDefault|LocalDate\\.now\\(\\)"
                            + "|at time zone (?!'utc'|\\$)|current_date");

    @Test
    void noSourceNamesAZoneButTheOneDefault() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(ZoneTest::isSource).sorted().toList()) {
                    if (ZONE.matcher(Files.readString(file)).find()) found.add(file.toString());
                }
            }
        }
        assertThat(found).containsExactly(HOME);
        assertThat(Files.readString(Path.of(HOME)).split(SchoolCalendar.ZONE_DEFAULT.getId()))
                .as("named once")
                .hasSize(2);
    }

    private static boolean isSource(Path file) {
        String name = file.toString();
        return name.endsWith(".java") || name.endsWith(".sql") || name.endsWith(".properties");
    }
}
