package io.credithub.flow.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.reading.RawRecord;
import io.credithub.mapping.feed.FeedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordMaskTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "14010519900307104X";

    private final FeedFiles feeds;

    RecordMaskTest() throws IOException {
        feeds = new FeedFiles(Path.of("mappings"));
    }

    @ParameterizedTest(name = "{0} is shown as {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    14010519900307104X | 1401**********104X | a resident ID is masked
                    14010519900307104x | 1401**********104x | with a small x, too
                    证14010519900307104X号 | 证1401**********104X号 | within a text
                    914010519900307104X | 91401**********104X | behind another digit
                    1401 0519 9003 0710 4X | 1401**************0 4X | with blanks in it
                    １４０１０５１９９００３０７１０４Ｘ | 1401**********104X | in full width
                    140105199003071041 | 140105199003071041 | a number with a wrong check is none
                    e12345678 | E1*****78 | the record's own document
                    护照 E12345678 | 护照 E1*****78 | within a text
                    E 1234 5678 | E *******78 | with blanks
                    2023-05-01 | 2023-05-01 | nothing personal
                    """)
    void aNumberIsMaskedWhereverItStands(String text, String shown, String why) {
        assertThat(Masking.of("E1234 5678").text(text)).as(why).isEqualTo(shown);
    }

    @Test
    void whatTheMappingUsesForTheIdentityIsMaskedHoweverItIsWritten() throws IOException {
        JsonNode masked =
                mask(
                        "province-platform",
                        true,
                        "{'记录编号':'R-1','证件类型':'护照','证件号码':'e 123 45678','姓名':'王一',"
                                + "'出生日期':'1990/3/7','备注':'持 E12345678','培训形式':'集中'}");
        assertThat(masked.toString())
                .isEqualTo(
                        quoted(
                                "{'记录编号':'R-1','证件类型':'护照','证件号码':'e *******78','姓名':'王一',"
                                        + "'出生日期':'19****/7','备注':'持 E1*****78','培训形式':'集中'}"));
    }

    @Test
    void whatTheMappingDoesNotUseIsShownWithoutNumbersOfPeople() throws IOException {
        String record =
                "{'id':'N-1','mode':'F2F','phone':13912345678,'old':'140105900307211','note':{'of':['"
                        + ID
                        + "',1,true,null]},'"
                        + ID
                        + "':'key'}";
        assertThat(mask("national-platform", true, record).toString())
                .isEqualTo(
                        quoted(
                                "{'id':'N-1','mode':'F2F','phone':'13*******78','old':'140*********211',"
                                    + "'note':{'of':['1401**********104X',1,true,null]},"
                                    + "'1401**********104X':'key'}"));
    }

    @Test
    void underAnotherVersionWhatTheMappingDoesNotUseIsHidden() throws IOException {
        String record = "{'id':'N-1','mode':'F2F','passport':'E12345678','plain':7}";
        assertThat(mask("national-platform", false, record).toString())
                .isEqualTo(quoted("{'id':'N-1','mode':'F2F','passport':'***','plain':'***'}"));
    }

    @Test
    void aRecordOfTheCanonicalFormIsMaskedToo() throws IOException {
        String record = "{'recordId':'V','teacher':{'idType':'RESIDENT','idNumber':'" + ID + "'}}";
        assertThat(mask("vendor-push", true, record).at("/teacher/idNumber").asText())
                .isEqualTo("1401**********104X");
    }

    @Test
    void theRecordItselfStaysAsItIs() throws IOException {
        JsonNode record = JSON.readTree(quoted("{'证件号码':'" + ID + "','a':{'b':[1,2]}}"));
        JsonNode before = record.deepCopy();
        new RecordMask(fields -> canonical("province-platform", fields), true).mask(record);
        assertThat(record).isEqualTo(before);
    }

    /// Wherever a valid ID number is put into a record, it does not come out.
    @Test
    void noResidentIdComesThrough() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            String id = RosterTeacher.draw(random, "140105").idNumber();
            String text = "甲".repeat(random.nextInt(3)) + random.nextInt(100) + id + "乙";
            ObjectNode record = JSON.createObjectNode();
            record.put("记录编号", text).put("项目名称", id).put("别的", text.toLowerCase(Locale.ROOT));
            record.put(random.nextBoolean() ? "证件号码" : "学校代码", id);
            JsonNode masked =
                    new RecordMask(
                                    fields -> canonical("province-platform", fields),
                                    random.nextBoolean())
                            .mask(record);
            assertThat(masked.toString().toUpperCase(Locale.ROOT))
                    .as("seed %d", seed)
                    .doesNotContain(id);
        }
    }

    /// A record with very many values is not mapped once for each of them.
    @Test
    void whatComesAfterTheFirstThousandIsHidden() throws IOException {
        ObjectNode record = JSON.createObjectNode();
        for (int i = 0; i < 1_001; i++) record.put("f" + i, "v");
        JsonNode masked = new RecordMask(_ -> JSON.createObjectNode(), true).mask(record);
        assertThat(masked.get("f999").asText()).isEqualTo("v");
        assertThat(masked.get("f1000").asText()).isEqualTo("***");
    }

    private JsonNode mask(String feed, boolean sameVersion, String record) throws IOException {
        JsonNode fields = JSON.readTree(quoted(record));
        return new RecordMask(one -> canonical(feed, one), sameVersion).mask(fields);
    }

    private JsonNode canonical(String feed, JsonNode fields) {
        return feeds.canonical(feed, RawRecord.of(0, fields));
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
