package io.credithub.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.bank.BankRefusal;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Problem details (RFC 9457). Holds fixed sentences, the place that is wrong with a short, masked
/// piece of what stood there, and the rule and amounts that forbid something: no stack.
///
/// @param type names the kind of problem: the same for the same code
/// @param title Chinese, then English
/// @param detail what to do, Chinese, then English
/// @param code stable; listed in docs/errors.md
/// @param parameter the name of the parameter, header or field that is wrong
/// @param field a JSON pointer into the body
/// @param value what stood there, see [Shown]
/// @param paragraph of the policy that forbids it
/// @param figures the amounts that it rests on, by name
@Schema(description = "RFC 9457 problem details; 错误说明,中文在前")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        Text message,
        Text remedy,
        @Nullable String parameter,
        @Nullable String field,
        @Nullable String value,
        @Nullable String paragraph,
        @Nullable Map<String, Credits> figures) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(Coded code) {
        return of(code, Particulars.NONE, null);
    }

    /// @param refused why the bank does not do it
    public static Problem of(Coded code, Particulars wrong, @Nullable BankRefusal refused) {
        Map<String, Credits> figures = refused == null ? Map.of() : refused.figures();
        Text remedy = wrong.remedy() == null ? code.remedy() : wrong.remedy();
        return new Problem(
                "urn:credithub:problem:" + code.code(),
                both(code.message()),
                code.status(),
                both(remedy),
                code.code(),
                code.message(),
                remedy,
                wrong.parameter(),
                wrong.field(),
                wrong.value(),
                refused == null ? null : refused.paragraph(),
                figures.isEmpty() ? null : new TreeMap<>(figures));
    }

    private static String both(Text text) {
        return text.zh() + " / " + text.en();
    }
}
