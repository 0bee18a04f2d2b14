package io.credithub.flow.access;

import java.security.Principal;

/// Who is calling: the holder of a key.
///
/// @param key the id of the key, not secret
public record Caller(String key, Permission grant) implements Principal {
    @Override
    public String getName() {
        return key;
    }

    /// Whether it may see what a feed delivered.
    public boolean mayFollow(String feed) {
        return switch (grant) {
            case Permission.Operator _ -> true;
            case Permission.FeedPermission own -> own.code().equals(feed);
            case Permission.Reader _, Permission.Registrar _, Permission.SchoolPermission _ ->
                    false;
        };
    }
}
