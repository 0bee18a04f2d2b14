package io.credithub.mapping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credithub.domain.completion.CanonicalBytes;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Completed.Program;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.flow.processing.Mapped;
import io.credithub.flow.reading.StrictJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the contract lets in, and what it says of the rest.
final class CanonicalTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 31);

    /// Single quotes for double ones.
    private static final String GOOD =
            """
            {'recordId':'V-1','revision':1,'updatedAt':'2023-05-11T08:00:00+08:00',
             'teacher':{'teacherNo':'T1','idType':'RESIDENT','idNumber':'11010519491231002X',
                        'name':'𠮷·䶮','birthDate':'1949-12-31','schoolCode':'S1'},
             'program':{'name':'培训','code':'P1','organiser':'某校','session':'二'},'level':'PROVINCE','form':'CENTRALISED',
             'hours':40,'grade':'GOOD','attendance':0.9,'themes':['ICT','ETHICS'],
             'startedOn':'2023-05-01','completedOn':'2023-05-10','sourceCredits':14.67,
             'role':'MENTOR','evidence':[{'kind':'CERTIFICATE','reference':'C-1'}]}\
            """;

    @Test
    void aGoodRecordIsUnderstood() {
        Completed completed = (Completed) understood(GOOD).completion();
        assertThat(completed.teacher().name()).isEqualTo("𠮷·䶮");
        assertThat(completed.program()).isEqualTo(new Program("培训", "P1", "某校", "二"));
        assertThat(completed.role()).isEqualTo(TrainingRole.MENTOR);
        assertThat(completed.themes()).containsExactly("ETHICS", "ICT");
        assertThat(completed.training().hourHundredths()).isEqualTo(4000);
        assertThat(completed.version().updatedAt()).hasToString("2023-05-11T00:00:00Z");
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    'recordId':'V-1',          |                              | MISSING_FIELD /recordId
                    'V-1'                      | 1                            | WRONG_TYPE /recordId 1
                    'V-1'                      | ' '                          | WRONG_TYPE /recordId
                    'V-1'                      | null                         | WRONG_TYPE /recordId null
                    'V-1'                      | 'a\\u0000b'                  | BAD_CHARACTER /recordId a␀b
                    'revision':1               | 'revision':0                 | OUT_OF_RANGE /revision 0
                    'revision':1               | 'revision':1.9               | WRONG_TYPE /revision 1.9
                    'revision':1               | 'revision':'1'               | WRONG_TYPE /revision 1
                    'revision':1               | 'revision':99999999999       | OUT_OF_RANGE /revision 99*******99
                    2023-05-11T08:00:00+08:00  | 2023-05-11 08:00:00          | BAD_DATE /updatedAt 2023-05-11 08:00:00
                    2023-05-11T08:00:00+08:00  | 2023-05-11T08:00:00          | BAD_DATE /updatedAt 2023-05-11T08:00:00
                    2023-05-11T08:00:00+08:00  | 1989-12-31T08:00:00+08:00    | OUT_OF_RANGE /updatedAt 1989-12-31T08:00:00+08:00
                    2023-05-11T08:00:00+08:00  | 2026-09-03T00:00:00Z         | FUTURE_DATE /updatedAt 2026-09-03T00:00:00Z
                    2023-05-11T08:00:00+08:00  | +999999999-01-01T00:00:00Z   | FUTURE_DATE /updatedAt +999*********-01T00:00:00Z
                    2023-05-01                 | 1989-12-31                   | OUT_OF_RANGE /startedOn 1989-12-31
                    'revision':1               | 'revision':1,'a/b':1         | UNKNOWN_FIELD /a~1b
                    'code':'P1'                | 'id':'P1'                    | UNKNOWN_FIELD /program/id
                    'code':'P1'                | 'code':''                    | WRONG_TYPE /program/code
                    '某校'                       | 1                            | WRONG_TYPE /program/organiser 1
                    '某校'                       | ' '                          | WRONG_TYPE /program/organiser
                    'session':'二'              | 'session':2                  | WRONG_TYPE /program/session 2
                    'MENTOR'                   | 'mentor'                     | UNKNOWN_CODE /role mentor
                    'MENTOR'                   | null                         | WRONG_TYPE /role null
                    'revision':1               | 'status':'DONE'              | UNKNOWN_CODE /status DONE
                    11010519491231002X         | 110105194912310021           | BAD_ID_NUMBER /teacher/idNumber 1101**********0021
                    11010519491231002X         | 110105194902310029           | BAD_ID_NUMBER /teacher/idNumber 1101**********0029
                    11010519491231002X         | １1010519491231002X           | BAD_ID_NUMBER /teacher/idNumber １101**********002X
                    'idType':'RESIDENT',       |                              | MISSING_FIELD /teacher/idType
                    RESIDENT                   | VISA                         | UNKNOWN_CODE /teacher/idType V**A
                    '𠮷·䶮'                     | 12345678                     | WRONG_TYPE /teacher/name 12****78
                    1949-12-31                 | 1949-13-31                   | BAD_DATE /teacher/birthDate 19******31
                    'PROVINCE'                 | 'province'                   | UNKNOWN_CODE /level province
                    'CENTRALISED'              | 'MIXED'                      | UNKNOWN_CODE /form MIXED
                    'CENTRALISED'              | 'SELF_DIRECTED'              | NOT_APPLICABLE /hours 40, NOT_APPLICABLE /grade GOOD, NOT_APPLICABLE /attendance 0.9, MISSING_FIELD /activity
                    'hours':40,                |                              | MISSING_FIELD /hours
                    'hours':40                 | 'hours':0                    | OUT_OF_RANGE /hours 0
                    'hours':40                 | 'hours':-1                   | OUT_OF_RANGE /hours -1
                    'hours':40                 | 'hours':1000.01              | OUT_OF_RANGE /hours 1000.01
                    'hours':40                 | 'hours':1.005                | OUT_OF_RANGE /hours 1.005
                    'hours':40                 | 'hours':'４０'                 | WRONG_TYPE /hours ４０
                    'hours':40                 | 'hours':'4e1'                | WRONG_TYPE /hours 4e1
                    'hours':40                 | 'hours':'40 h'               | WRONG_TYPE /hours 40 h
                    'hours':40                 | 'hours':1e999999999          | OUT_OF_RANGE /hours 1E+999999999
                    'hours':40                 | 'hours':1e-999999999         | OUT_OF_RANGE /hours 1E-999999999
                    'hours':40                 | 'hours':true                 | WRONG_TYPE /hours true
                    'grade':'GOOD',            |                              | MISSING_FIELD /grade
                    'GOOD'                     | '优'                          | UNKNOWN_CODE /grade 优
                    0.9                        | 1.01                         | OUT_OF_RANGE /attendance 1.01
                    'hours':40                 | 'hours':40,'parts':[]        | NOT_APPLICABLE /parts […]
                    'hours':40                 | 'hours':40,'activity':{}     | NOT_APPLICABLE /activity {…}
                    ['ICT','ETHICS']           | 'ICT'                        | WRONG_TYPE /themes ICT
                    'ETHICS'                   | 'ethics'                     | UNKNOWN_CODE /themes/1 ethics
                    2023-05-10                 | 2023-02-30                   | BAD_DATE /completedOn 2023-02-30
                    2023-05-10                 | 2023-5-10                    | BAD_DATE /completedOn 2023-5-10
                    2023-05-10                 | 2026-09-01                   | FUTURE_DATE /completedOn 2026-09-01
                    2023-05-01                 | 2023-05-11                   | OUT_OF_RANGE /startedOn 2023-05-11
                    CERTIFICATE                | PHOTO                        | UNKNOWN_CODE /evidence/0/kind PHOTO
                    ,'reference':'C-1'         |                              | MISSING_FIELD /evidence/0/reference
                    """)
    void whatIsWrongIsSaidWithItsPath(String there, String instead, String findings) {
        String record = GOOD.replace(there, instead == null ? "" : instead);
        assertThat(said(record)).isEqualTo(findings);
    }

    @ParameterizedTest(name = "{0} of {1} characters")
    @CsvSource({"organiser, 200", "session, 64"})
    void theNamesOfAProgrammeHaveALimit(String field, int most) {
        String before = field.equals("organiser") ? "'某校'" : "'二'";
        assertThat(said(GOOD.replace(before, "'" + "会".repeat(most) + "'"))).isEmpty();
        assertThat(said(GOOD.replace(before, "'" + "会".repeat(most + 1) + "'")))
                .startsWith("TOO_LONG /program/" + field);
    }

    /// Digests of records that were delivered before are made of their bytes.
    @Test
    void whatARecordDoesNotStateChangesNoByteOfIt() {
        String old =
                GOOD.replace(",'organiser':'某校','session':'二'", "").replace("'role':'MENTOR',", "");
        String stated = new String(bytes(old), StandardCharsets.UTF_8);
        assertThat(stated).contains("\"program\":{\"name\":\"培训\",\"code\":\"P1\"},\"level\"");
        assertThat(stated).contains("\"sourceCredits\":14.67,\"evidence\"");
        assertThat(
                        bytes(
                                GOOD.replace(",'organiser':'某校','session':'二'", "")
                                        .replace("MENTOR", "PARTICIPANT")))
                .isEqualTo(bytes(old));
    }

    /// What is for comparison only never costs the record.
    @ParameterizedTest(name = "{0} is compared as {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    15.999999999999998   | 16
                    13.333333333333334   | 13.333333
                    0.30000000000000004  | 0.3
                    '16.000'             | 16
                    0                    | 0
                    14.67                | 14.67
                    -1                   |
                    1e400                |
                    '约16'                |
                    ''                   |
                    null                 |
                    true                 |
                    {'a':1}              |
                    100001               |
                    """,
            quoteCharacter = '"')
    void theSourcesOwnFigureNeverCostsTheRecord(String value, @Nullable String compared) {
        Mapped.MappedRecord understood =
                (Mapped.MappedRecord) read(GOOD.replace(":14.67", ":" + value));
        Completed completed = (Completed) understood.completion();
        if (compared == null) {
            assertThat(completed.sourceCredits()).isNull();
            assertThat(understood.findings())
                    .extracting(Finding::code, Finding::field)
                    .containsExactly(tuple(FindingCode.NOT_COMPARABLE, "/sourceCredits"));
        } else {
            assertThat(completed.sourceCredits()).isEqualTo(new BigDecimal(compared));
            assertThat(understood.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9166666666666666", "0.8333333333333334", "1.0"})
    void anAttendanceMayHaveAnyNumberOfPlaces(String value) {
        assertThat(read(GOOD.replace("0.9", value))).isInstanceOf(Mapped.MappedRecord.class);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(said("{'recordId':'V-1','hours':0,'colour':'red'}"))
                .isEqualTo(
                        "UNKNOWN_FIELD /colour, MISSING_FIELD /teacher, MISSING_FIELD /program,"
                            + " MISSING_FIELD /level, MISSING_FIELD /form, OUT_OF_RANGE /hours 0,"
                            + " MISSING_FIELD /completedOn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "'text'", "null"})
    void whatIsNoObjectIsRefused(String json) {
        assertThat(read(json)).isInstanceOf(Mapped.Unmappable.class);
    }

    @Test
    void aTeacherWithoutNumberAndDocumentHasNoIdentity() {
        String nobody = GOOD.replaceAll("'teacherNo'.*?,'idNumber':'[0-9X]+',", "");
        assertThat(said(nobody)).isEqualTo("NO_IDENTITY /teacher");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    'parts':[{'form':'CENTRALISED','hours':24},{'form':'ONLINE','hours':'16.00'}] |
                    'parts':[{'form':'CENTRALISED','hours':24},{'form':'ONLINE','hours':15.99}]   | PARTS_MISMATCH /parts 39.99 ≠ 40.00
                    'parts':[]                                                                    | OUT_OF_RANGE /parts 0
                    'parts':[{'form':'BLENDED','hours':40}]                                       | UNKNOWN_CODE /parts/0/form BLENDED
                    'parts':[{'form':'ONLINE','hours':40,'x':1}]                                  | UNKNOWN_FIELD /parts/0/x
                    """)
    void partsSumToTheHours(String parts, String findings) {
        String record = GOOD.replace("'CENTRALISED'", "'BLENDED'," + parts);
        assertThat(said(record)).isEqualTo(findings == null ? "" : findings);
    }

    @Test
    void aWithdrawalNeedsAPlaceAmongTheVersions() {
        assertThat(said("{'recordId':'V-1','status':'WITHDRAWN','revision':2}")).isEmpty();
        assertThat(said("{'recordId':'V-1','status':'WITHDRAWN'}"))
                .isEqualTo("MISSING_FIELD /revision");
    }

    @Test
    void noPersonalNumberIsInAFinding() {
        for (String there :
                List.of(
                        "'RESIDENT'",
                        "11010519491231002X",
                        "'T1'",
                        "1949-12-31",
                        "'PROVINCE'",
                        "14.67")) {
            String record = GOOD.replace(there, "'110105194912310021'").replace("''", "'");
            assertThat(read(record).toString()).doesNotContain("110105194912310021");
        }
    }

    @ParameterizedTest(name = "{0} and {1} are the same content")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    'hours':40              | 'hours':'40'
                    'hours':40              | 'hours':40.0
                    'hours':40              | 'hours':4e1
                    'ICT','ETHICS'          | 'ETHICS','ICT','ICT'
                    2023-05-11T08:00:00+08  | 2023-05-11T00:00:00+00
                    14.67                   | '14.670'
                    'V-1'                   | ' V-1 '
                    'hours':40,             | 'hours':40.00,'status':'COMPLETED',
                    """)
    void equalContentsHaveEqualBytes(String there, String instead) {
        assertThat(bytes(GOOD.replace(there, instead))).isEqualTo(bytes(GOOD));
    }

    @Test
    void otherContentsHaveOtherBytes() {
        assertThat(bytes(GOOD.replace("'hours':40", "'hours':40.01"))).isNotEqualTo(bytes(GOOD));
        assertThat(bytes(GOOD.replace("'revision':1,", ""))).isNotEqualTo(bytes(GOOD));
        assertThat(bytes(GOOD.replace("某校", "某院"))).isNotEqualTo(bytes(GOOD));
        assertThat(bytes(GOOD.replace("'二'", "'三'"))).isNotEqualTo(bytes(GOOD));
        assertThat(bytes(GOOD.replace("MENTOR", "LECTURER"))).isNotEqualTo(bytes(GOOD));
    }

    @Test
    void theBytesAreTheRecordAgain() {
        byte[] bytes = bytes(GOOD);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(bytes(text)).isEqualTo(bytes);
    }

    @Test
    void ofVeryManyFindingsTheLastSaysHowManyMoreThereAre() {
        StringBuilder record = new StringBuilder("{");
        for (int field = 0; field < 80; field++) {
            record.append("\"x%d\":1,".formatted(field));
        }
        Mapped read = read(record + GOOD.strip().substring(1));
        assertThat(read).isInstanceOf(Mapped.Unmappable.class);
        List<Finding> findings = ((Mapped.Unmappable) read).findings();
        assertThat(findings).hasSize(Findings.RECORD_MAX + 1);
        assertThat(findings.getLast()).isEqualTo(new Finding(FindingCode.MORE_FINDINGS, "", "+30"));
    }

    private static byte[] bytes(String record) {
        return CanonicalBytes.of(understood(record).completion());
    }

    private static Mapped.MappedRecord understood(String record) {
        Mapped mapped = read(record);
        assertThat(mapped).isInstanceOf(Mapped.MappedRecord.class);
        return (Mapped.MappedRecord) mapped;
    }

    private static String said(String record) {
        return switch (read(record)) {
            case Mapped.MappedRecord _ -> "";
            case Mapped.Unmappable refused ->
                    refused.findings().stream()
                            .map(CanonicalTest::text)
                            .collect(Collectors.joining(", "));
        };
    }

    private static String text(Finding finding) {
        String value = finding.value();
        String place = finding.code().name() + " " + finding.field();
        return value == null || value.isEmpty() ? place : place + " " + value;
    }

    private static Mapped read(String record) {
        return switch (StrictJson.read(record.replace('\'', '"'))) {
            case StrictJson.Parsed.ParsedValue value -> Canonical.read(value.node(), TODAY);
            case StrictJson.Parsed.Broken broken ->
                    new Mapped.Unmappable(null, List.of(broken.finding()));
        };
    }
}
