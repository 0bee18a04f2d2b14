package io.credithub.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PortsTest {
    @Test
    void theHubListensToThisMachineOnlyUnlessToldOtherwise() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.properties"));
        assertThat(settings)
                .contains(
                        "quarkus.http.host=${HUB_HTTP_HOST:127.0.0.1}\n",
                        "quarkus.management.host=${HUB_MANAGEMENT_HOST:127.0.0.1}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "HUB_HTTP_HOST, 192.0.2.1",
        "HUB_MANAGEMENT_HOST, 192.0.2.1",
        "HUB_HTTP_HOST, no host"
    })
    void anAddressOfAnotherMachineIsRefused(String variable, String host) {
        assertThatThrownBy(() -> Ports.require(around(variable, host)))
                .hasMessageStartingWith("HUB-4224: " + variable + " is '" + host);
    }

    @ParameterizedTest
    @CsvSource({"HUB_HTTP_HOST, 0.0.0.0", "HUB_HTTP_HOST, localhost", "HUB_HTTP_HOST, 127.0.0.1"})
    void oneOfThisMachineIsTaken(String variable, String host) {
        Ports.require(around(variable, host));
    }

    private static HubEnvironment around(String variable, String host) {
        Map<String, String> environment =
                Map.of(variable, host, "HUB_HTTP_PORT", "0", "HUB_MANAGEMENT_PORT", "0");
        return new HubEnvironment(environment, Path.of("."), Path.of("."));
    }
}
