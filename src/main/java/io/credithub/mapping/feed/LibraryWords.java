package io.credithub.mapping.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.schibsted.spt.data.jslt.JsltException;
import de.siegmar.fastcsv.reader.CsvParseException;
import io.credithub.domain.Text;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a library has to say about a file, in both languages. Its own words are English and stay in
/// the English sentence; the Chinese one says what kind of mistake it is, and about which name.
public final class LibraryWords {
    private static final Map<Pattern, String> KNOWN = new LinkedHashMap<>();

    static {
        know("Unrecognized (?:field|property) [\"']([^\"']+)[\"']", "没有“$1”这一项");
        know("(?:Missing required creator|Null value for creator) property '([^']+)'", "缺少“$1”");
        know("Duplicate (?:field|key) '?([^' ]+)'?", "“$1”出现两次");
        know("found duplicate key (\\S+)", "“$1”出现两次");
        know("accepted for Enum class: \\[([^\\]]+)\\]", "取值无效,可用:$1");
        know("No such function:? '?([^' ]+)'?", "没有函数 $1");
        know("[Ff]unction '?([\\w-]+)'? (?:needs|expects|takes)", "函数 $1 的参数个数不符");
        know("No such variable:? '?([^' ]+)'?", "没有变量 $1");
        know("Unsupported field: (\\S+)", "不支持“$1”");
        know("Unknown (?:node|step|parameter)[^:]*: (\\S+)", "不支持“$1”");
        know("Property with key \\[([^\\]]+)\\] not found", "占位符 $1 没有值");
        know("No endpoint could be found for: (\\S+)", "没有端点 $1");
        know("Failed to resolve endpoint: (\\S+)", "端点 $1 不能使用");
        know("Unknown parameters=\\[\\{([^}]*)\\}\\]", "端点没有参数 $1");
        know("mandatory parameters must be provided: (.+)", "缺少参数 $1");
        know("Cannot find RouteTemplate with id (\\S+)", "没有路由模板 $1");
        know("\"(\\w+)\" is missing", "缺少“$1”");
        know("JSON Pointer expression must start", "指针应以 / 开头");
        know("No bean could be found in the registry for: (\\S+)", "没有名为 $1 的 bean");
        know(
                "while (?:parsing|scanning)|mapping values are not allowed|expected <block end>"
                        + "|could not find expected|cannot start any token",
                "不是有效的 YAML");
        know("Cannot (?:deserialize|coerce|construct)", "取值或类型不符");
        know("Parse error|Lexical error|Encountered", "表达式写法有误");
    }

    private LibraryWords() {}

    private static void know(String english, String chinese) {
        KNOWN.put(Pattern.compile(english), chinese);
    }

    public static Text of(Throwable failure) {
        String words = words(failure);
        return new Text(chinese(failure, words), words);
    }

    /// Jackson's message without the text that it quotes.
    private static String words(Throwable failure) {
        String message =
                failure instanceof JsonProcessingException json
                        ? json.getOriginalMessage()
                        : failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.strip();
    }

    private static String chinese(Throwable failure, String words) {
        for (Map.Entry<Pattern, String> known : KNOWN.entrySet()) {
            Matcher found = known.getKey().matcher(words);
            if (!found.find()) continue;
            String chinese = known.getValue();
            return chinese.contains("$1") ? chinese.replace("$1", found.group(1)) : chinese;
        }
        return switch (failure) {
            case JsonProcessingException _ -> "不是有效的 YAML";
            case DateTimeException _ -> "时长、日期或时区写法有误";
            case CsvParseException _ -> "不是有效的 CSV";
            case JsltException _ -> "表达式写法有误";
            default -> "写法有误";
        };
    }
}
