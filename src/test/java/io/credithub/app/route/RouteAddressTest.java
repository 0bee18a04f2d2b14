package io.credithub.app.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.start.CheckedConfiguration;
import io.credithub.app.start.HubEnvironment;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RouteAddressTest {
    private static final String NOWHERE = "http://not-configured.invalid/";

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "https://host:8443/a%20b/c, https://host:8443/a%20b/c, as it stands",
        "http://host/pages?token=secret, http://host/pages, the bean puts the query together",
        "http://host, http://host, without a path",
        "ftp://host/, http://not-configured.invalid/, nobody is asked by FTP",
        "http://me:secret@host/, http://not-configured.invalid/, the check refuses it",
        "http://ho st/, http://not-configured.invalid/, no address at all"
    })
    void aRouteIsGivenTheAddressWithoutItsQuery(String url, String given, String why)
            throws Exception {
        assertThat(resolved(Map.of("HUB_SOURCE_CITY_URL", url), "url")).as(why).isEqualTo(given);
    }

    @Test
    void aFeedWithoutAnAddressIsGivenOneThatIsNowhere() throws Exception {
        assertThat(resolved(Map.of(), "url")).isEqualTo(NOWHERE);
    }

    @Test
    void aFolderIsTheBeansToOpen() throws Exception {
        Map<String, String> set = Map.of("HUB_SOURCE_CITY_FOLDER", "/srv/${odd} {{folder}}");
        assertThat(resolved(set, "folder")).isEqualTo("drop-folder-of-city");
    }

    private static String resolved(Map<String, String> environment, String key) throws Exception {
        Path here = Path.of("");
        HubEnvironment around = new HubEnvironment(environment, here, here);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            RouteAddress.give(camel, "city", CheckedConfiguration.of(around).sources());
            return camel.resolvePropertyPlaceholders("{{hub.source.city." + key + "}}");
        }
    }
}
