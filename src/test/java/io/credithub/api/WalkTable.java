package io.credithub.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Who gets which answer from which operation: the expectations of [JurisdictionWalkIT], from the
/// lines of `api/walk.txt`, which says how they are read.
final class WalkTable {
    private static final String FILE = "/api/walk.txt";

    /// Who asks. The first six have nothing to do with the planted teacher.
    enum Who {
        /// No key at all.
        NOBODY,
        /// A feed that has delivered nothing of the teacher.
        FEED,
        /// A school of another county.
        SCHOOL,
        /// Readers of another county, another city and another province.
        READER,
        /// Registrars of the same.
        REGISTRAR,
        /// The feed that delivered the teacher's record.
        OWN_FEED,
        /// The teacher's school.
        OWN_SCHOOL,
        /// A reader of the teacher's county.
        OWN_READER,
        /// A registrar of the teacher's county.
        OWN_REGISTRAR,
        /// A registrar of the province.
        PROVINCE,
        OPERATOR;

        boolean isForeign() {
            return compareTo(OWN_FEED) < 0;
        }
    }

    /// What is expected.
    ///
    /// @param operation method and path as OpenAPI has them
    /// @param query after the path, or empty
    record Row(String operation, String query, Map<Who, Expected> answers) {}

    /// @param status 0: not asked, since it would change what others rest on
    /// @param names whether the answer must name the planted teacher: it shows that the search for
    ///   traces finds some
    record Expected(int status, boolean names) {}

    private WalkTable() {}

    static List<Row> rows() {
        try (InputStream in = WalkTable.class.getResourceAsStream(FILE)) {
            String text = new String(Objects.requireNonNull(in, FILE).readAllBytes(), UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(WalkTable::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String line) {
        String[] halves = line.split("\\|");
        String[] asked = halves[0].strip().split("\\?", 2);
        String[] statuses = halves[1].strip().split(" +");
        List<Who> all = List.of(Who.values());
        if (statuses.length != all.size())
            throw new IllegalArgumentException("not one status for each who asks: " + line);
        Map<Who, Expected> answers = new EnumMap<>(Who.class);
        for (int at = 0; at < statuses.length; at++) {
            answers.put(all.get(at), expected(statuses[at]));
        }
        return new Row(asked[0], asked.length == 2 ? "?" + asked[1] : "", answers);
    }

    private static Expected expected(String cell) {
        if (cell.equals("-")) return new Expected(0, false);
        return new Expected(Integer.parseInt(cell.replace("*", "")), cell.endsWith("*"));
    }
}
