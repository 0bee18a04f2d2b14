package io.credithub.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.flow.access.Role;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The key that `hub key issue` asks for. An option that the role has no use for is refused, so
/// that nobody believes a key to be narrower than it is.
@SuppressWarnings("NullAway.Init") // filled in by picocli
final class KeyOptions {
    private static final String ROLES = "feed, reader, registrar, school or operator";
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})([dhm])");
    private static final Set<String> PLACED = Set.of(Role.READER, Role.REGISTRAR, Role.SCHOOL);

    @Option(names = "--role", required = true, description = "One of " + ROLES + ".")
    private String role;

    @Option(names = "--feed", description = "For the role feed: its code.")
    private @Nullable String feed;

    @Option(
            names = "--division",
            description = "For reader, registrar and school (its county): six digits.")
    private @Nullable String division;

    @Option(names = "--school", description = "For the role school: its code in the roster.")
    private @Nullable String school;

    @Option(
            names = {"--expires", "--expiresAt"},
            paramLabel = "WHEN",
            description =
                    "When it ends: in 90d, 12h or 30m, or at 2027-08-31T18:00:00+08:00. Never, by"
                            + " default.")
    private @Nullable String expires;

    @Option(names = "--label", required = true, description = "Who holds it.")
    private String label;

    /// @param command is told of a wrong call
    /// @return what the hub takes
    ObjectNode body(CommandLine command) {
        String wanted = role.toUpperCase(Locale.ROOT);
        switch (wanted) {
            case Role.FEED, Role.READER, Role.REGISTRAR, Role.SCHOOL, Role.OPERATOR -> {
                check(command, Set.of(Role.FEED), "--feed", feed);
                check(command, PLACED, "--division", division);
                check(command, Set.of(Role.SCHOOL), "--school", school);
            }
            default -> {
                String what = "--role must be " + ROLES + ", not " + role;
                throw new ParameterException(command, what);
            }
        }
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.put("role", wanted).put("label", label);
        if (feed != null) body.put("feed", feed);
        if (division != null) body.put("division", division);
        if (school != null) body.put("school", school);
        if (expires != null) body.put("expiresAt", end(command, expires).toString());
        return body;
    }

    private static Instant end(CommandLine command, String when) {
        Matcher in = SPAN.matcher(when);
        try {
            if (!in.matches()) return Instant.parse(when);
            ChronoUnit unit =
                    switch (in.group(2)) {
                        case "d" -> ChronoUnit.DAYS;
                        case "h" -> ChronoUnit.HOURS;
                        default -> ChronoUnit.MINUTES;
                    };
            return Instant.now().plus(Long.parseLong(in.group(1)), unit);
        } catch (DateTimeException notATime) {
            String what =
                    "--expires must be like 90d, 12h, 30m or 2027-08-31T18:00:00+08:00, not "
                            + when;
            throw new ParameterException(command, what, notATime);
        }
    }

    private void check(
            CommandLine command, Set<String> roles, String option, @Nullable String value) {
        if (roles.contains(role.toUpperCase(Locale.ROOT)) == (value != null)) return;
        String names = String.join(", ", new TreeSet<>(roles)).toLowerCase(Locale.ROOT);
        String goes = " goes with the role " + names;
        throw new ParameterException(
                command,
                value == null ? option + " is missing: it" + goes : option + goes + " only");
    }
}
