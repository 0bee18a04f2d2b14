package io.credithub.app.start;

import io.credithub.store.server.CannotStart;
import io.smallrye.config.ConfigValidationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why the hub does not start, in one line, where the operator can put it right.
public final class StartFailure {
    private static final String CODE = "HUB-";

    private StartFailure() {}

    /// @return the message that begins with a code; empty for a failure that is ours
    public static Optional<String> line(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String line = lineOf(at);
            if (line != null) return Optional.of(line.strip().replaceAll("\\s*\\R\\s*", " | "));
        }
        return Optional.empty();
    }

    private static @Nullable String lineOf(Throwable at) {
        String message = at.getMessage();
        if (message != null && message.startsWith(CODE)) return message;
        return switch (at) {
            case ConfigValidationException wrong -> misconfigured(wrong.getProblem(0).getMessage());
            case FileSystemException file -> {
                String reason = file.getReason();
                String what = reason == null ? file.getClass().getSimpleName() : reason;
                yield CannotStart.becauseFile(String.valueOf(file.getFile()), what, at)
                        .getMessage();
            }
            case SQLException database when isUnusable(database.getSQLState()) ->
                    CannotStart.becauseDatabase("HUB_DB_URL", at).getMessage();
            default -> null;
        };
    }

    /// Of a key whose value is none.
    static String misconfigured(String message) {
        return "HUB-4407: " + message;
    }

    /// No connection, no such login, no such database, no room left.
    private static boolean isUnusable(@Nullable String state) {
        if (state == null) return false;
        return state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.startsWith("53");
    }

    static String stack(Throwable failure) {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }
}
