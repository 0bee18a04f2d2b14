package io.credithub.api.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is wrong with the JSON of a request, and where. The parser's own words quote the body and
/// are in one language: they go nowhere.
public final class JsonFault {
    private static final Pattern TWICE = Pattern.compile("^Duplicate field '([^']{1,64})'");
    private static final String NOTHING = "No content";
    private static final String MORE = "Trailing token";

    private JsonFault() {}

    static Problem problem(JsonProcessingException fault) {
        return switch (fault) {
            case PropertyBindingException unknown -> unknown(unknown);
            case MismatchedInputException wrong when !wrong.getPath().isEmpty() -> wrong(wrong);
            case MismatchedInputException whole -> notTheShape(whole);
            default -> broken(fault);
        };
    }

    private static Problem unknown(PropertyBindingException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        List<Object> names = known == null ? List.of() : List.copyOf(known);
        TreeSet<String> sorted = new TreeSet<>();
        for (Object name : names) sorted.add(String.valueOf(name));
        return at(ProblemCode.UNKNOWN_FIELD, unknown.getPath(), null, ExpectedValue.names(sorted));
    }

    private static Problem wrong(MismatchedInputException wrong) {
        Object value = wrong instanceof InvalidFormatException told ? told.getValue() : null;
        return at(ProblemCode.WRONG_FIELD, wrong.getPath(), value, meant(wrong.getTargetType()));
    }

    private static Problem at(
            ProblemCode code, List<Reference> path, @Nullable Object value, Text remedy) {
        StringBuilder pointer = new StringBuilder();
        String name = "";
        for (Reference step : path) {
            String field = step.getFieldName();
            if (field != null) name = field;
            String part = field == null ? String.valueOf(step.getIndex()) : field;
            pointer.append('/').append(part.replace("~", "~0").replace("/", "~1"));
        }
        return Problem.of(
                code,
                new Particulars(
                        Shown.piece(name), Shown.piece(pointer), Shown.piece(value), remedy),
                null);
    }

    /// For a body that is looked at field by field.
    public static ProblemException unknown(String name, String... known) {
        String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
        return new ProblemException(
                ProblemCode.UNKNOWN_FIELD,
                new Particulars(
                        Shown.piece(name),
                        Shown.piece(pointer),
                        null,
                        ExpectedValue.names(new TreeSet<>(List.of(known)))));
    }

    /// For a body that is not there, or is no object.
    public static ProblemException nothing() {
        return new ProblemException(ProblemCode.BROKEN_BODY, Particulars.remedy(object()));
    }

    /// @param finding where it broke, in words
    public static ProblemException broken(Finding finding) {
        boolean isTwice = finding.code() == FindingCode.DUPLICATE_KEY;
        return new ProblemException(
                isTwice ? ProblemCode.DOUBLED_FIELD : ProblemCode.BROKEN_BODY,
                new Particulars(null, Shown.piece(finding.field()), finding.value(), null));
    }

    private static Text meant(@Nullable Class<?> type) {
        if (type == null) return object();
        if (type == Integer.class
                || type == Long.class
                || type == int.class
                || type == long.class) {
            return new Text(
                    "填写整数,不加引号;1.0 即 1,2022.9 不是整数",
                    "write a whole number without quotes; 1.0 is one, 2022.9 is not");
        }
        if (type == BigDecimal.class) return ExpectedValue.DECIMAL;
        if (type == String.class) return new Text("填写文本,加引号", "write a text, in quotes");
        if (type == Boolean.class || type == boolean.class) return ExpectedValue.FLAG;
        if (type.isEnum()) {
            return ExpectedValue.oneOf(
                    Stream.of(type.getEnumConstants()).map(String::valueOf).toList());
        }
        boolean isList = Collection.class.isAssignableFrom(type) || type.isArray();
        return isList ? new Text("填写数组 […]", "write an array […]") : object();
    }

    private static Text object() {
        return new Text("填写 JSON 对象 {…}", "write a JSON object {…}");
    }

    /// The whole body is not what is asked for.
    private static Problem notTheShape(MismatchedInputException whole) {
        String words = whole.getOriginalMessage();
        Text remedy = object();
        if (words.startsWith(NOTHING)) {
            remedy = new Text("没有内容;填写 JSON 对象 {…}", "there is no body; write a JSON object {…}");
        } else if (words.startsWith(MORE)) {
            remedy =
                    new Text(
                            "只发送一个 JSON 对象,其后不得再有内容", "send one JSON object and nothing behind it");
        }
        return Problem.of(ProblemCode.BROKEN_BODY, Particulars.remedy(remedy), null);
    }

    private static Problem broken(JsonProcessingException fault) {
        Matcher twice = TWICE.matcher(String.valueOf(fault.getOriginalMessage()));
        if (twice.find()) {
            String name = twice.group(1);
            return Problem.of(ProblemCode.DOUBLED_FIELD, Particulars.of(name, null, null), null);
        }
        JsonLocation place = fault.getLocation();
        if (place == null) return Problem.of(ProblemCode.BROKEN_BODY);
        return Problem.of(
                ProblemCode.BROKEN_BODY,
                Particulars.remedy(notJsonFrom(place.getLineNr(), place.getColumnNr())),
                null);
    }

    static Text notJsonFrom(int line, int column) {
        return new Text(
                "不是完整的 JSON:读到第 %d 行第 %d 个字符处为止;更正后重发".formatted(line, column),
                "not JSON as a whole: it could be read up to line %d, character %d; mend it and send it again"
                        .formatted(line, column));
    }
}
