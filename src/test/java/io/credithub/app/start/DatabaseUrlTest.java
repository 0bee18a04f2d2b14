package io.credithub.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.store.connection.DatabaseTransport.TransportMode;
import io.credithub.store.server.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabaseUrlTest {
    @TempDir Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    postgresql://db.example/hub                   | PREFER  | TLS if the server has it
                    postgresql://localhost/hub                    | DISABLE | nobody listens in between
                    postgresql://127.0.0.1:5433/hub               | DISABLE | the same
                    jdbc:postgresql://db.example/hub?sslmode=disable | DISABLE | said so
                    postgresql://localhost/hub?sslmode=require    | REQUIRE | said so
                    """)
    void theModeIsSaidOrFollowsFromThePlace(String url, TransportMode mode, String why) {
        assertThat(new DatabaseUrl(url).read().transport().mode()).as(why).isEqualTo(mode);
    }

    @Test
    void theRestIsReadToo() {
        var transport =
                new DatabaseUrl("postgresql://h/d?application_name=hub%201&connect_timeout=3")
                        .read()
                        .transport();
        assertThat(transport.applicationName()).isEqualTo("hub 1");
        assertThat(transport.connect()).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest(name = "?{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sslMode=require                     | HUB-4222: HUB_DB_URL: the parameter sslMode
                    ssl=true                            | HUB-4222: HUB_DB_URL: the parameter ssl
                    options=-c%20fsync%3Doff            | HUB-4222: HUB_DB_URL: the parameter options
                    password=secret                     | HUB-4222: HUB_DB_URL: the parameter password
                    sslcert=/a&sslkey=/b                | HUB-4222: HUB_DB_URL: the parameter sslcert
                    host=other                          | HUB-4222: HUB_DB_URL: the parameter host
                    sslmode=allow                       | HUB-4222: HUB_DB_URL: the parameter sslmode
                    sslmode=                            | HUB-4222: HUB_DB_URL: the parameter sslmode
                    sslmode                             | HUB-4222: HUB_DB_URL: the parameter sslmode
                    sslmode=require&sslmode=disable     | HUB-4222: HUB_DB_URL: the parameter sslmode stands
                    sslmode=verify-full                 | HUB-4222: HUB_DB_URL: the parameter sslmode=verify-full
                    sslmode=verify-ca                   | HUB-4222: HUB_DB_URL: the parameter sslmode=verify-ca
                    sslmode=require&sslrootcert=/none   | HUB-4222: HUB_DB_URL: the parameter sslrootcert
                    connect_timeout=0                   | HUB-4222: HUB_DB_URL: the parameter connect_timeout
                    connect_timeout=1e3                 | HUB-4222: HUB_DB_URL: the parameter connect_timeout
                    application_name=                   | HUB-4222: HUB_DB_URL: the parameter application_name
                    sslmode=require&                    | HUB-4222: HUB_DB_URL: the parameter
                    sslmode=%zz                         | HUB-4202
                    sslmode=require#part                | HUB-4202
                    """)
    void whatIsNotUnderstoodIsRefused(String query, String message) {
        assertThatThrownBy(() -> new DatabaseUrl("postgresql://h/d?" + query).read())
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aCertificateThatIsNoneIsRefused() throws IOException {
        Path none = Files.writeString(folder.resolve("root.crt"), "no certificate");
        String url = "postgresql://h/d?sslmode=verify-full&sslrootcert=" + none;
        assertThatThrownBy(() -> new DatabaseUrl(url).read())
                .hasMessageStartingWith("HUB-4222: HUB_DB_URL: the parameter sslrootcert");
    }
}
