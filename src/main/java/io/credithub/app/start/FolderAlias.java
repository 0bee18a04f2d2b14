package io.credithub.app.start;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a route is given where it names the folder of its feed. The folder itself is the bean's to
/// open (`source.DropPollGuard`): Camel takes what it is given for an expression, in which a brace
/// or a dollar of a folder's name means something, and would not start.
final class FolderAlias {
    private static final Pattern KEY = Pattern.compile("hub\\.source\\.([a-z0-9-]+)\\.folder");

    private FolderAlias() {}

    static String key(String feed) {
        return "hub.source." + feed + ".folder";
    }

    /// Another one for each feed: two routes never read from one place.
    static String of(String feed) {
        return "drop-folder-of-" + feed;
    }

    /// @return null for another key
    static @Nullable String ofKey(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() ? of(matcher.group(1)) : null;
    }
}
