package io.credithub.api.audit;

import io.credithub.api.problem.Shown;
import io.credithub.flow.access.AuditTrail.Target;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A resource's method, as the audit trail knows it. A method that is not [Unaudited] is audited,
/// so that a new one is without anybody's doing.
///
/// @param name method and path, as OpenAPI has them
/// @param isAct whether it may change something: everything but `GET`
/// @param isAudited false: only refusals are
public record AuditedOperation(String name, boolean isAct, boolean isAudited) {
    private static final String TEACHER = "teacherNo";
    private static final String ID = "id";
    private static final Pattern AWARD = Pattern.compile("\\S+ /api/v1/awards/.*");
    private static final Pattern PROPOSAL = Pattern.compile("\\S+ /api/v1/persons/proposals/.*");

    /// What our own numbers look like; anything else is masked.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}|[0-9a-f]{12}");

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public static AuditedOperation of(Method method) {
        String http = "";
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod known = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (known != null) http = known.value();
        }
        Path type = method.getDeclaringClass().getAnnotation(Path.class);
        Path own = method.getAnnotation(Path.class);
        String path = (type == null ? "" : type.value()) + (own == null ? "" : own.value());
        return new AuditedOperation(
                http + " " + path,
                !method.isAnnotationPresent(GET.class),
                !method.isAnnotationPresent(Unaudited.class));
    }

    /// Whom or what a request is about, by its path.
    ///
    /// @param parameters of the path, by name
    Target target(Map<String, String> parameters) {
        Map<String, String> others = new TreeMap<>(parameters);
        String teacher = others.remove(TEACHER);
        return new Target(
                teacher,
                AWARD.matcher(name).matches() ? number(parameters.get(ID)) : null,
                PROPOSAL.matcher(name).matches() ? uuid(parameters.get(ID)) : null,
                others.isEmpty() ? null : named(others));
    }

    private static String named(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + shown(one.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String shown(String value) {
        boolean isOurs = NUMBER.matcher(value).matches() || UUID_TEXT.matcher(value).matches();
        return isOurs ? value : String.valueOf(Shown.piece(value));
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text != null && UUID_TEXT.matcher(text).matches() ? UUID.fromString(text) : null;
    }
}
