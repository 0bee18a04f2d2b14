package io.credithub.flow.access;

import java.security.Principal;

/// Who is calling: the holder of a key.
///
/// @param key the id of the key, not secret
public record Caller(String key, Grant grant) implements Principal {
    @Override
    public String getName() {
        return key;
    }

    /// Whether it may see what a feed delivered.
    public boolean mayFollow(String feed) {
        return switch (grant) {
            case Grant.Operator _ -> true;
            case Grant.Feed own -> own.code().equals(feed);
            case Grant.Reader _, Grant.Registrar _, Grant.School _ -> false;
        };
    }
}
