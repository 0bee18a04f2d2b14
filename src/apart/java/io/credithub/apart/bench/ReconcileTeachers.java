package io.credithub.apart.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// The roster of a [ReconcileProvince], written into its table. Nobody is noted for the lists, or
/// the hub would make their rows while runs are measured; whoever wants them begins a look at
/// everybody.
final class ReconcileTeachers {
    private static final int SCHOOLS = 60;
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉";

    private final Connection owner;
    private final ReconcileProvince province;

    ReconcileTeachers(Connection owner, ReconcileProvince province) {
        this.owner = owner;
        this.province = province;
    }

    void fill() throws SQLException {
        owner.setAutoCommit(false);
        CopyIn copy =
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy teacher (id, teacher_no, number_hash, name, school_code,"
                                        + " school_name, division_code, status) from stdin");
        int all = province.teachers() + province.teachersWithout();
        for (int teacher = 1; teacher <= all; teacher++) {
            byte[] line = line(teacher).getBytes(UTF_8);
            copy.writeToCopy(line, 0, line.length);
        }
        copy.endCopy();
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "select setval(pg_get_serial_sequence('teacher', 'id'), max(id)) from teacher");
            statement.execute("delete from verdict_touched");
        }
        owner.commit();
        owner.setAutoCommit(true);
    }

    private String line(int teacher) {
        String county = province.county(teacher);
        int school = teacher / province.divisions().size() % SCHOOLS;
        return "%d\t%s\t%s\t%s\tS-%s-%d\t第%d小学\t%s\tACTIVE\n"
                .formatted(
                        teacher,
                        teacherNo(teacher),
                        number(teacher),
                        name(teacher),
                        county,
                        school,
                        school,
                        county);
    }

    static String teacherNo(int teacher) {
        return "BT%08d".formatted(teacher);
    }

    /// A key of the teacher's number, whatever it is.
    static UUID number(int teacher) {
        return UUID.nameUUIDFromBytes(String.valueOf(teacher).getBytes(UTF_8));
    }

    /// One of some thousands.
    static String name(int teacher) {
        int given = teacher / SURNAMES.length() % (GIVEN.length() * GIVEN.length());
        return ""
                + SURNAMES.charAt(teacher % SURNAMES.length())
                + GIVEN.charAt(given / GIVEN.length())
                + GIVEN.charAt(given % GIVEN.length());
    }
}
