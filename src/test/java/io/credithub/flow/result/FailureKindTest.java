package io.credithub.flow.result;

import static io.credithub.flow.result.FailureKind.BAD_DATA;
import static io.credithub.flow.result.FailureKind.BUG;
import static io.credithub.flow.result.FailureKind.OUTAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonParseException;
import io.smallrye.mutiny.CompositeException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class FailureKindTest {
    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    22021 | BAD_DATA | a character that is not storable
                    22003 | BAD_DATA | a number out of range
                    22P02 | BAD_DATA | a text that is no number
                    23505 | BAD_DATA | a unique index
                    23514 | BAD_DATA | a check
                    54000 | BAD_DATA | a row beyond a limit
                    P0001 | BAD_DATA | a trigger refuses
                    08006 | OUTAGE   | the connection is lost
                    08001 | OUTAGE   | no connection
                    57P01 | OUTAGE   | the server is shut down
                    57P03 | OUTAGE   | the server starts
                    57014 | OUTAGE   | a statement's time is up
                    53300 | OUTAGE   | too many connections
                    53100 | OUTAGE   | the disk is full
                    58030 | OUTAGE   | the disk fails
                    40001 | OUTAGE   | serialization
                    40P01 | OUTAGE   | deadlock
                    55P03 | OUTAGE   | a lock is not to be had
                    25006 | OUTAGE   | read-only after a failover
                    28P01 | OUTAGE   | the password is being changed
                    42601 | BUG      | a syntax error
                    42P01 | BUG      | no such table
                    42501 | BUG      | a right that is missing
                    XX000 | BUG      | an internal error
                    25P02 | BUG      | an echo alone, of which nobody knows the reason
                    """)
    void theStateOfAStatementTells(String sqlState, FailureKind kind, String why) {
        assertEquals(kind, FailureKind.of(state(sqlState)), why);
        assertEquals(kind, FailureKind.of(new SQLException("", sqlState)), why);
    }

    static Stream<Arguments> thrown() {
        return Stream.of(
                Arguments.of(new Unavailable("database"), OUTAGE),
                Arguments.of(new LeaseLost("feed", 1), OUTAGE),
                Arguments.of(new IOException("Connection reset by peer"), OUTAGE),
                Arguments.of(new ConnectException(), OUTAGE),
                Arguments.of(new SocketTimeoutException(), OUTAGE),
                Arguments.of(new UnknownHostException(), OUTAGE),
                Arguments.of(new EOFException(), OUTAGE),
                Arguments.of(new NoSuchFileException("x"), OUTAGE),
                Arguments.of(
                        new UncheckedIOException(new IOException("Connection reset by peer")),
                        OUTAGE),
                Arguments.of(new TimeoutException(), OUTAGE),
                Arguments.of(new io.smallrye.mutiny.TimeoutException(), OUTAGE),
                Arguments.of(new RejectedExecutionException(), OUTAGE),
                Arguments.of(new InterruptedException(), OUTAGE),
                Arguments.of(new SQLException("broken off"), OUTAGE),
                Arguments.of(new JsonParseException(null, "no JSON"), BAD_DATA),
                Arguments.of(new MalformedInputException(1), BAD_DATA),
                Arguments.of(new ZipException(), BAD_DATA),
                Arguments.of(new DataFormatException(), BAD_DATA),
                Arguments.of(new NullPointerException(), BUG),
                Arguments.of(new IllegalStateException("never"), BUG),
                Arguments.of(new IllegalArgumentException("never"), BUG),
                Arguments.of(new ClassCastException(), BUG),
                Arguments.of(new IndexOutOfBoundsException(), BUG),
                Arguments.of(new ArithmeticException(), BUG),
                Arguments.of(new DateTimeException("never"), BUG),
                Arguments.of(new NoSuchElementException(), BUG),
                Arguments.of(new UnsupportedOperationException(), BUG),
                Arguments.of(new RuntimeException("nobody knows"), BUG),
                Arguments.of(new Exception("nobody knows"), BUG),
                Arguments.of(new StackOverflowError(), BUG),
                Arguments.of(new NoClassDefFoundError(), BUG));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatIsThrownTells(Throwable failure, FailureKind kind) {
        assertThat(FailureKind.of(failure)).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatLiesAroundItOnlyCarriesIt(Throwable failure, FailureKind kind) {
        for (Throwable wrapped : wrapped(failure)) {
            assertThat(FailureKind.of(wrapped)).as(wrapped.toString()).isEqualTo(kind);
        }
    }

    private static List<Throwable> wrapped(Throwable failure) {
        return List.of(
                new CompletionException(failure),
                new ExecutionException(failure),
                new CompletionException(new ExecutionException(failure)),
                new RuntimeException(failure),
                new IllegalStateException("what it was doing", failure),
                new CompositeException(failure),
                new CamelExecutionException(
                        "route", new DefaultExchange(new DefaultCamelContext()), failure),
                new RuntimeCamelException(failure));
    }

    @Test
    void anOutageThatIsSaidHoldsWhateverCausedIt() {
        assertThat(FailureKind.of(new Unavailable("a page", new DateTimeException("?"))))
                .isEqualTo(OUTAGE);
        assertThat(FailureKind.of(new Unavailable("a page", new JsonParseException(null, "?"))))
                .isEqualTo(OUTAGE);
    }

    @Test
    void nobodyMayCallAMistakeAnOutage() {
        assertThat(FailureKind.of(new Unavailable("landing", new NullPointerException())))
                .isEqualTo(BUG);
        Throwable carried =
                new CompletionException(new RuntimeException(new NullPointerException()));
        assertThat(FailureKind.of(new Unavailable("landing", carried))).isEqualTo(BUG);
    }

    @Test
    void ofStatementsSentTogetherTheFirstThatTellsCounts() {
        assertThat(
                        FailureKind.of(
                                new CompositeException(
                                        state("25P02"), state("22021"), state("25P02"))))
                .isEqualTo(BAD_DATA);
        assertThat(FailureKind.of(new CompositeException(state("40P01"), state("25P02"))))
                .isEqualTo(OUTAGE);
        assertThat(
                        FailureKind.of(
                                new CompositeException(
                                        state("22021"),
                                        new IOException("Connection reset by peer"))))
                .isEqualTo(BAD_DATA);
    }

    @Test
    void aCircleOfCausesComesToAnEnd() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        assertThat(FailureKind.of(one)).isEqualTo(BUG);
    }

    private static StoreFailure state(String sqlState) {
        return new StoreFailure(sqlState, "", new RuntimeException("as the client threw it"));
    }
}
