package io.credithub.flow.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.CompositeException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Whose move it is when something was thrown. This is the one place that decides; whoever catches
/// asks here, so that a bug is nowhere taken for an outage and tried again for ever.
///
/// The innermost cause decides that is known for what it is: what lies around it only carried it.
/// What nobody knows is a bug. [Unavailable] is said on purpose and holds whatever caused it, save
/// what the machine itself calls a programming error.
public enum FailureKind {
    /// Time's move: the same again, later.
    OUTAGE,

    /// The content's: the same again fails again, and its neighbours do not.
    BAD_DATA,

    /// Ours: the same again fails again.
    BUG;

    private static final int CAUSES_MAX = 32;

    public static FailureKind of(Throwable failure) {
        FailureKind known = known(failure, 0);
        return known == null ? BUG : known;
    }

    public static boolean isOutage(Throwable failure) {
        return of(failure) == OUTAGE;
    }

    /// Whether the same again fails again.
    public static boolean isFatal(Throwable failure) {
        return !isOutage(failure);
    }

    private static @Nullable FailureKind known(Throwable failure, int depth) {
        for (Throwable cause : causes(failure, depth)) {
            FailureKind known = known(cause, depth + 1);
            if (known == null) continue;
            boolean isSaid = failure instanceof Unavailable && !isMistake(cause, depth + 1);
            return isSaid ? OUTAGE : known;
        }
        return itself(failure);
    }

    /// Of statements that went out together each tells that it failed; the first one is why. A
    /// statement's state says all that its cause could.
    private static List<Throwable> causes(Throwable failure, int depth) {
        if (depth >= CAUSES_MAX || failure instanceof StoreFailure) return List.of();
        if (failure instanceof CompositeException several) return several.getCauses();
        Throwable cause = failure.getCause();
        return cause == null ? List.of() : List.of(cause);
    }

    /// @return null if it tells nothing by itself
    private static @Nullable FailureKind itself(Throwable failure) {
        return switch (failure) {
            case Unavailable _, LeaseLost _ -> OUTAGE;
            case StoreFailure refused -> ofSqlState(refused.sqlState());
            case SQLException refused -> ofSqlState(refused.getSQLState());
            case OverTime _, TooManyRecords _ -> BAD_DATA;
            case JsonProcessingException _, CharacterCodingException _ -> BAD_DATA;
            case ZipException _, DataFormatException _ -> BAD_DATA;
            case IOException _, TimeoutException _, InterruptedException _ -> OUTAGE;
            case io.smallrye.mutiny.TimeoutException _ -> OUTAGE;
            case RejectedExecutionException _, CancellationException _ -> OUTAGE;
            case CompletionException _, ExecutionException _, CompositeException _ -> null;
            default -> BUG;
        };
    }

    /// What the machine throws at wrong code, and at nothing else.
    private static boolean isMistake(Throwable failure, int depth) {
        for (Throwable cause : causes(failure, depth)) {
            if (isMistake(cause, depth + 1)) return true;
        }
        return failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ClassCastException
                || failure instanceof ArithmeticException
                || failure instanceof NegativeArraySizeException
                || failure instanceof StackOverflowError
                || failure instanceof LinkageError;
    }

    /// By class, PostgreSQL 17, Appendix A. Whatever a failover, a restart or another transaction
    /// can bring about is an outage.
    private static @Nullable FailureKind ofSqlState(@Nullable String state) {
        if (state == null || state.length() != 5) return OUTAGE; // it broke off before an answer
        return switch (state) {
            case "25P02" -> null; // an earlier statement of the transaction failed: that one tells
            case "25006", "25P03", "25P04" -> OUTAGE; // read-only after a failover; timeouts
            case "0A000" -> OUTAGE; // a plan from before a migration: gone with its connection
            default -> ofSqlClass(state.substring(0, 2));
        };
    }

    private static FailureKind ofSqlClass(String sqlClass) {
        return switch (sqlClass) {
            // connection, access, no such database, resources, operator, system
            case "08", "28", "3D", "53", "57", "58" -> OUTAGE;
            // deadlock, serialization, lock not available
            case "40", "55" -> OUTAGE;
            // what a value is, what a constraint forbids, what exceeds a limit, a trigger's refusal
            case "22", "23", "44", "54", "P0" -> BAD_DATA;
            default -> BUG;
        };
    }
}
