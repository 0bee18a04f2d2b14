package io.credithub.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.bank.Refused;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Problem details (RFC 9457). Holds fixed sentences only, at most the name of a parameter, and the
/// rule and amounts that forbid something: no stack, no value that somebody sent.
///
/// @param type names the kind of problem: the same for the same code
/// @param title Chinese, then English
/// @param detail what to do, Chinese, then English
/// @param code stable; listed in docs/errors.md
/// @param parameter the name of the parameter or header that is wrong
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
        @Nullable String paragraph,
        @Nullable Map<String, Credits> figures) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Coded code) {
        return of(code, null);
    }

    static Problem of(Coded code, @Nullable String parameter) {
        return of(code, parameter, null);
    }

    /// @param refused why the bank does not do it
    static Problem of(Coded code, @Nullable String parameter, @Nullable Refused refused) {
        Map<String, Credits> figures = refused == null ? Map.of() : refused.figures();
        return new Problem(
                "urn:credithub:problem:" + code.code(),
                both(code.message()),
                code.status(),
                both(code.remedy()),
                code.code(),
                code.message(),
                code.remedy(),
                parameter,
                refused == null ? null : refused.paragraph(),
                figures.isEmpty() ? null : new TreeMap<>(figures));
    }

    private static String both(Text text) {
        return text.zh() + " / " + text.en();
    }
}
