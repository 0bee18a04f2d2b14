package io.credithub.store;

import io.credithub.fixtures.FiledMatchings;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.programme.MatchingBook;
import io.credithub.flow.rules.FeedTerms;
import io.credithub.flow.rules.FiledTerms;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.mapping.feed.FeedFiles;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.mapping.policy.RuleFiles;
import io.credithub.reading.ChunkReading;
import io.credithub.reading.RosterCsv;
import io.credithub.security.IdVault;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// What of a hub needs no registry, made of the project's files as the hub makes it.
final class LawRooms {
    static final Vertx VERTX = Vertx.vertx();
    static final FeedFiles FEEDS = feeds();
    static final RuleSet RULES =
            new RuleFiles(PolicyFiles.ofProject(Path.of(""))).rules("shanxi-2017");
    static final FiledTerms TERMS =
            new FiledTerms(
                    FiledMatchings.SHANXI,
                    FEEDS.all().stream()
                            .collect(Collectors.toMap(FeedDefinition::code, FeedTerms::of)),
                    Map.of());
    private static final IdProtection IDS = IdVault.of(new byte[32]);

    private LawRooms() {}

    private static FeedFiles feeds() {
        try {
            return new FeedFiles(Path.of("mappings"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static LawWay.Rooms by(MatchingBook matching) {
        return by(matching, IDS);
    }

    static LawWay.Rooms by(MatchingBook matching, IdProtection ids) {
        return new LawWay.Rooms(FEEDS, new ChunkReading(), FEEDS, new RosterCsv(), ids, matching);
    }

    /// Matching by what is in force in a registry.
    static LawWay.Rooms over(LawRegistry registry) {
        return by(LawMatching.over(registry.pool()));
    }
}
