package io.credithub.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.store.connection.DatabaseTransport;
import io.credithub.store.server.CannotStart;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.DatabaseAccess.Login;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabaseSettingsTest {
    private static final Map<String, String> COMPLETE =
            Map.of(
                    "HUB_DB_URL", "postgresql://db.example:5433/credithub",
                    "HUB_DB_USER", "hub_app",
                    "HUB_DB_PASSWORD", "secret-a",
                    "HUB_DB_OWNER", "hub_owner",
                    "HUB_DB_OWNER_PASSWORD", "secret-o");

    @Test
    void withoutAUrlTheHubBringsItsOwn() {
        assertThat(DatabaseSettings.given(around(Map.of()))).isNull();
    }

    @Test
    void whoServesIsNotAskedForTheOwner() {
        assertThat(DatabaseSettings.given(around(COMPLETE)))
                .isEqualTo(
                        new DatabaseAccess(
                                "db.example",
                                5433,
                                "credithub",
                                new Login("hub_app", "secret-a"),
                                new Login("hub_app", "secret-a"),
                                new DatabaseTransport(
                                        DatabaseTransport.TransportMode.PREFER,
                                        Optional.empty(),
                                        "credit-hub",
                                        Duration.ofSeconds(10))));
    }

    @Test
    void thePortIsTheUsualOneIfLeftOut() {
        Login login = new Login("a", "b");
        assertThat(DatabaseSettings.at("postgres://h/d", login, login).jdbcUrl())
                .startsWith("jdbc:postgresql://h:5432/d?");
    }

    @ParameterizedTest(name = "{0} = {1} is {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "unset",
            textBlock =
                    """
                    HUB_DB_PASSWORD       | unset                  | HUB-4201
                    HUB_DB_USER           | ''                     | HUB-4201
                    HUB_DB_URL            | mysql://h/d            | HUB-4202
                    HUB_DB_URL            | postgresql://h         | HUB-4202
                    HUB_DB_URL            | not a url              | HUB-4202
                    HUB_DB_URL            | postgresql://u:p@h/d   | HUB-4203
                    """)
    void whatIsWrongIsRefusedAndNamed(String key, @Nullable String value, String code) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        if (value == null) environment.remove(key);
        else environment.put(key, value);
        assertThatThrownBy(() -> DatabaseSettings.given(around(environment)))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(code)
                .hasMessageContaining(key);
    }

    @Test
    void noPasswordIsEverPrinted() {
        HubEnvironment surroundings = around(COMPLETE);
        assertThat(surroundings + " " + DatabaseSettings.given(surroundings))
                .doesNotContain("secret");
    }

    @Test
    void whoServesNeitherMigratesNorKnowsTheOwner() {
        DatabaseAccess access = DatabaseSettings.given(around(COMPLETE));
        assertThat(access).isNotNull();
        assertThat(DatabaseSettings.serving(access))
                .containsEntry("quarkus.datasource.username", "hub_app")
                .containsEntry("quarkus.flyway.migrate-at-start", "false")
                .doesNotContainValue("secret-o")
                .doesNotContainKey("quarkus.flyway.password");
    }

    @Test
    void theOwnerMigratesForTheApplication() {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.remove("HUB_DB_PASSWORD");
        DatabaseAccess access = DatabaseSettings.givenToMigrate(around(environment));
        assertThat(access).isNotNull();
        assertThat(access.owner()).isEqualTo(new Login("hub_owner", "secret-o"));
        assertThat(access.app().user()).isEqualTo("hub_app");
    }

    @Test
    void theOwnerIsNotTheApplication() {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("HUB_DB_USER", "hub_owner");
        assertThatThrownBy(() -> DatabaseSettings.givenToMigrate(around(environment)))
                .hasMessageStartingWith("HUB-4226: HUB_DB_USER hub_owner");
    }

    private static HubEnvironment around(Map<String, String> environment) {
        return new HubEnvironment(environment, Path.of("user"), Path.of("project"));
    }
}
