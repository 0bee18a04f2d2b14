package io.credithub.flow.feed;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.Authority;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A feed as its folder under `mappings/` describes it.
///
/// @param code the folder's name; in paths, tables and metrics
/// @param owner the body that answers for the data
/// @param precedence per level, smaller wins when systems report the same training
/// @param authority what it may report, and which credits it may decide
/// @param overlap how far before its cursor a pull starts again; zero for drops and pushes
/// @param mappingDigest SHA-256 of the folder's content, hex: the mapping version
public record FeedDefinition(
        String code,
        Text title,
        String owner,
        FeedKind kind,
        Format format,
        Map<Level, Integer> precedence,
        Authority authority,
        Duration overlap,
        String mappingDigest) {

    public enum FeedKind {
        PULL,
        DROP,
        PUSH
    }

    /// How its bytes are cut and read.
    ///
    /// @param charset where the agreement with the source fixes one
    /// @param records a JSON pointer to the array of records, for `JSON_PAGE`
    public record Format(Syntax syntax, @Nullable String charset, @Nullable String records) {
        /// `JSON` is the canonical push: NDJSON or an array, told apart by the first character.
        public enum Syntax {
            CSV,
            JSON,
            JSON_PAGE
        }
    }

    /// Smaller wins; a feed that names no precedence for a level comes after all that do.
    public int precedence(Level level) {
        return precedence.getOrDefault(level, Integer.MAX_VALUE);
    }
}
