package io.credithub.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.flow.Role;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The key that `hub key issue` asks for. An option that the role has no use for is refused, so
/// that nobody believes a key to be narrower than it is.
@SuppressWarnings("NullAway.Init") // filled in by picocli
final class KeyWish {
    private static final String ROLES = "feed, reader, registrar, school or operator";
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
        return body;
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
