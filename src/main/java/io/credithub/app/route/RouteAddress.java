package io.credithub.app.route;

import io.credithub.source.poll.SourceConfig;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.properties.PropertiesComponent;

/// What a route is given where it names the folder or the address of its feed, whether one is
/// configured or not: a feed without one is known and rests.
///
/// A folder is the bean's to open (`source.drop.DropPollGuard`): Camel takes what it is given for
/// an expression, in which a brace or a dollar of a folder's name means something, and would not
/// start. Of an address it is given all but the query, which the bean puts together.
final class RouteAddress {
    /// Nobody is ever asked there: by RFC 6761 no such name exists.
    private static final String NOWHERE = "http://not-configured.invalid/";

    private RouteAddress() {}

    static String folderKey(String feed) {
        return "hub.source." + feed + ".folder";
    }

    /// Camel would read variables of the environment and properties of the system by itself, before
    /// all that it is given: the hub's configuration does that, by rules of its own.
    static void give(CamelContext camel, String feed, SourceConfig config) {
        PropertiesComponent given = (PropertiesComponent) camel.getPropertiesComponent();
        given.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_NEVER);
        given.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_NEVER);
        given.addOverrideProperty(folderKey(feed), folder(feed));
        given.addOverrideProperty("hub.source." + feed + ".url", url(feed, config));
    }

    /// Another one for each feed: two routes never read from one place.
    static String folder(String feed) {
        return "drop-folder-of-" + feed;
    }

    private static String url(String feed, SourceConfig config) {
        SourceConfig.Feed settings = config.feeds().get(feed);
        if (settings == null) return NOWHERE;
        return settings.url().map(RouteAddress::withoutQuery).orElse(NOWHERE);
    }

    /// What cannot be asked is told by `SourceCheck`, by its key.
    private static String withoutQuery(String address) {
        try {
            URI uri = new URI(address);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!isWeb || uri.getHost() == null || uri.getUserInfo() != null) return NOWHERE;
            return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
        } catch (URISyntaxException wrong) {
            return NOWHERE;
        }
    }
}
