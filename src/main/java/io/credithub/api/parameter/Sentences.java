package io.credithub.api.parameter;

import io.credithub.domain.Text;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An explanation as it is asked for: JSON, or its sentences alone as plain text, one a line. The
/// language goes by `Accept-Language`; without one, all in Chinese, then all in English.
public final class Sentences {
    private static final String PLAIN = "text/plain;charset=UTF-8";

    private Sentences() {}

    public static Response answer(HttpHeaders headers, Object json, List<Text> sentences) {
        if (!wantsText(headers)) return Response.ok(json, MediaType.APPLICATION_JSON).build();
        Language language = language(headers);
        return Response.ok(lines(sentences, language), PLAIN)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private enum Language {
        ZH("zh"),
        EN("en"),
        BOTH("zh, en");

        private final String tag;

        Language(String tag) {
            this.tag = tag;
        }
    }

    /// The first that is understood counts.
    private static boolean wantsText(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) return false;
            if (type.isCompatible(MediaType.TEXT_PLAIN_TYPE)) return true;
        }
        return false;
    }

    private static Language language(HttpHeaders headers) {
        for (Locale accepted : headers.getAcceptableLanguages()) {
            switch (accepted.getLanguage()) {
                case "zh" -> {
                    return Language.ZH;
                }
                case "en" -> {
                    return Language.EN;
                }
                default -> {} // the next that the caller understands
            }
        }
        return Language.BOTH;
    }

    private static String lines(List<Text> sentences, Language language) {
        Stream<String> lines =
                switch (language) {
                    case ZH -> each(sentences, Text::zh);
                    case EN -> each(sentences, Text::en);
                    case BOTH ->
                            Stream.concat(each(sentences, Text::zh), each(sentences, Text::en));
                };
        return lines.collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> each(List<Text> sentences, Function<Text, String> language) {
        return sentences.stream().map(language);
    }
}
