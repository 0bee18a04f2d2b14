package io.credithub.flow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Facts;
import io.credithub.flow.feed.FeedDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record read once more from the bytes that came, and mapped once more by the mapping that is
/// loaded now.
///
/// @param feed null: it is no longer among the feeds, so that nothing can be read
/// @param fields as the source wrote them, masked; null where nothing can be read
/// @param codes by which tables its codes are understood; none where another version of the mapping
///   posted it, since these would not be the ones
/// @param facts what it gives now; null if it is not understood as a completion
public record Reread(
        @Nullable FeedDefinition feed,
        @Nullable JsonNode fields,
        boolean sameVersion,
        List<CodeLookup> codes,
        @Nullable Facts facts) {
    static final Reread NOTHING = new Reread(null, null, false, List.of(), null);

    public Reread {
        codes = List.copyOf(codes);
    }

    /// The version of the mapping that is loaded now; null: none.
    public @Nullable String loadedDigest() {
        return feed == null ? null : feed.mappingDigest();
    }

    /// The feed's title, or its code where that is all that is known.
    Text title(String code) {
        return feed == null ? new Text(code, code) : feed.title();
    }
}
