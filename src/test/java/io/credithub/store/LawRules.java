package io.credithub.store;

import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.programme.RegisteredMatching;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.recompute.RecomputeRegister;
import io.credithub.flow.rules.RuleSet;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.mapping.policy.RuleFiles;
import io.credithub.store.programme.PostgresProgrammes;
import io.credithub.store.programme.PostgresTitles;
import io.credithub.store.recompute.PostgresRegisterRecomputations;
import io.credithub.store.recompute.PostgresRuleStore;
import io.credithub.store.register.EntryCache;
import io.credithub.store.register.PostgresRegisterStore;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// Rules that change between the two days of [LawRecords], in the province, and in one county to
/// something else.
final class LawRules {
    private static final String SHANXI = "shanxi-2017";

    private LawRules() {}

    /// Puts other rules in force over one registry, another register, or other terms of matching.
    static Recompute recompute(
            Pool pool,
            LedgerLock lock,
            Recomputations kept,
            Recompute.Judges judges,
            InstantSource clock) {
        RegisteredMatching matching = LawMatching.over(pool);
        RecomputeRegister register =
                new RecomputeRegister(
                        new PostgresRegisterStore(pool, new EntryCache()),
                        new PostgresRegisterRecomputations(pool),
                        new PostgresTitles(pool),
                        new PostgresProgrammes(pool),
                        matching);
        Recompute.RecomputedKinds kinds =
                new Recompute.RecomputedKinds(
                        new PostgresRuleStore(), register, LawMatching.recompute(pool, lock));
        return new Recompute(lock, kept, kinds, judges, clock);
    }

    static RuleSet byPlaceAndDay(Path files) throws IOException {
        String text = Files.readString(Path.of("mappings/policies", SHANXI + ".yaml"));
        Files.writeString(
                files.resolve(SHANXI + ".yaml"),
                text + "effective: {from: 2017-09-01, to: 2023-05-01}\n");
        write(files, "shanxi-2023", "140000", 4);
        write(files, "county", "140106", 2);
        PolicyFiles.LoadedPolicies loaded = PolicyFiles.load(files);
        if (!loaded.problems().isEmpty()) throw new IllegalStateException("" + loaded.problems());
        return new RuleFiles(loaded).rules(SHANXI);
    }

    /// Shanxi's rules with another divisor, whenever and wherever.
    static RuleSet otherDivisor(Path files) throws IOException {
        String text = Files.readString(Path.of("mappings/policies", SHANXI + ".yaml"));
        Files.writeString(
                files.resolve(SHANXI + ".yaml"),
                text.replace("hoursPerCredit: 3\n", "hoursPerCredit: 6\n"));
        PolicyFiles.LoadedPolicies loaded = PolicyFiles.load(files);
        if (!loaded.problems().isEmpty()) throw new IllegalStateException("" + loaded.problems());
        return new RuleFiles(loaded).rules(SHANXI);
    }

    private static void write(Path files, String id, String division, int hoursPerCredit)
            throws IOException {
        Files.writeString(
                files.resolve(id + ".yaml"),
                """
                id: %s
                extends: shanxi-2017
                division: "%s"
                effective: {from: 2023-05-02}
                hours: [{code: province-centralised, hoursPerCredit: %d}]
                """
                        .formatted(id, division, hoursPerCredit));
    }
}
