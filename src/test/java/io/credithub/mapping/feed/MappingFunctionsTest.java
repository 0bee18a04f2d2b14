package io.credithub.mapping.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a mapping may call, as an expression over one value.
final class MappingFunctionsTest {
    private static final MappingFunctions FUNCTIONS =
            new MappingFunctions(
                    Map.of("grade", new CodeTable("grade", Map.of("2", "EXCELLENT", "3", "GOOD"))),
                    ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    code("grade", .v) | 2 | "EXCELLENT"
                    code("grade", .v) | "3" | "GOOD"
                    code("grade", .v) | 4 | UNKNOWN_CODE 4
                    code("grade", .v) | null | null
                    codes("grade", .v) | "2;3" | ["EXCELLENT","GOOD"]
                    codes("grade", .v) | "2；3；" | ["EXCELLENT","GOOD"]
                    date(.v) | "2023-06-20" | "2023-06-20"
                    date(.v) | "2023/6/2" | "2023-06-02"
                    date(.v) | "2024-02-29" | "2024-02-29"
                    date(.v) | "2023-02-29" | BAD_DATE 2023-02-29
                    date(.v) | "2023-13-01" | BAD_DATE 2023-13-01
                    date(.v) | "２０２３-06-20" | BAD_DATE ２０２３-06-20
                    date(.v) | "2023-6/20" | BAD_DATE 2023-6/20
                    date(.v, "uuuuMMdd", "uuuu年M月d日") | "20230620" | "2023-06-20"
                    date(.v, "uuuuMMdd", "uuuu年M月d日") | "2023年6月2日" | "2023-06-02"
                    date(.v, "uuuuMMdd") | "20230230" | BAD_DATE 20230230
                    date(.v, "no pattern") | "20230230" | BAD_DATE 20230230
                    instant(.v) | "2023-07-01 18:20:11" | "2023-07-01T10:20:11Z"
                    instant(.v) | "2023-07-01T18:20:11" | "2023-07-01T10:20:11Z"
                    instant(.v, "UTC") | "2023-07-01 18:20:11" | "2023-07-01T18:20:11Z"
                    instant(.v) | "2023-07-01 24:00:00" | BAD_DATE 2023-07-01 24:00:00
                    instant(.v) | "2023-07-01 18:2x:11" | BAD_DATE 2023-07-01 18:2x:11
                    hours(.v) | "40学时" | "40"
                    hours(.v) | "7.5" | "7.5"
                    hours(.v) | 40 | 40
                    minutes(.v, 45) | 1800 | "40"
                    minutes(.v, 60) | "90" | "1.5"
                    minutes(.v, 45) | 100 | OUT_OF_RANGE 100
                    minutes(.v, 45) | "1h" | WRONG_TYPE 1h
                    percent(.v) | "87.5%" | "0.875"
                    percent(.v) | 95 | "0.95"
                    percent(.v) | "most" | WRONG_TYPE most
                    integer(.v) | "12" | 12
                    integer(.v) | "１２" | WRONG_TYPE １２
                    integer(.v) | "1.9" | WRONG_TYPE 1.9
                    name(.v) | "　阿依古丽·买买提 " | "阿依古丽·买买提"
                    name(.v) | " " | null
                    parts("ONLINE", .w, "CENTRALISED", .v) | 24 | [{"form":"CENTRALISED","hours":24}]
                    evidence("CERTIFICATE", .v) | null | null
                    """)
    void whatCannotBeUnderstoodIsAFault(String expression, String value, String told)
            throws IOException {
        JsonNode record = new ObjectMapper().readTree("{\"v\":" + value + "}");
        JsonNode result = Parser.compileString(expression, FUNCTIONS.all()).apply(record);
        FieldFault fault = FieldFault.in(result);
        String shown = fault == null ? result.toString() : fault.code() + " " + fault.value();
        assertThat(shown).isEqualTo(told);
    }
}
