package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.recompute.RecomputeMatching.ProposedMatching;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.flow.rules.RuleSet;
import io.credithub.testing.ApartFromOthers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The permutation law on PostgreSQL: the content of the ledger depends on the set of records and
/// the roster, never on order, repetition or batching; nor does what is told of the records.
@ApartFromOthers
class PermutationLawIT {
    /// Many more are tried in memory, by `MatchingOrderLawTest`; here, too, if somebody asks.
    private static final int PERMUTATIONS = Integer.getInteger("law.permutations", 24);

    @TempDir Path home;

    @Test
    void orderRepetitionAndBatchingDecideNothing() throws SQLException {
        try (LawRegistry registry = new LawRegistry(home, LawRooms.VERTX)) {
            permute(registry, LawRooms.RULES, begun(registry), PERMUTATIONS);
            assertThat(registry.rows("select distinct state from completion order by 1"))
                    .as("every state is met")
                    .containsExactly("1|", "2|", "3|", "4|", "5|", "6|", "7|");
            assertThat(registry.rows("select distinct match_rule from completion order by 1"))
                    .as("every rule that needs no register")
                    .containsExactly("0|", "51|", "53|", "54|", "55|", "56|", "57|", "58|");
            assertThat(registry.rows("select kind from ledger_entry where kind = 2")).isNotEmpty();
            everyLineSaysWhy(registry);
        }
    }

    /// The province's rules change between the two days of the trainings; one county has rules of
    /// its own, and teachers move there between the two days, too.
    @Test
    void norWhenTheRulesDifferByPlaceAndDay(@TempDir Path files) throws IOException, SQLException {
        try (LawRegistry registry = new LawRegistry(home, LawRooms.VERTX)) {
            RuleSet several = LawRules.byPlaceAndDay(files);
            permute(registry, several, begun(registry), PERMUTATIONS / 2);
            assertThat(
                            registry.rows(
                                    """
                                    select p.code from completion c join policy p on p.id = c.policy_id
                                    where c.state = 1 group by 1 order by 1\
                                    """))
                    .as("each version judges something")
                    .containsExactly("county|", "shanxi-2017|", "shanxi-2023|");
        }
    }

    /// Other rules, and other terms of matching, are put in force at any moment, and in the end
    /// everything is as if they always had been.
    @Test
    void norWhenTheRulesWereChanged(@TempDir Path files) throws IOException, SQLException {
        RuleSet others = LawRules.otherDivisor(files);
        MatchingTerms then = LawMatching.narrower(LawRooms.TERMS);
        ProposedMatching proposed = new ProposedMatching(then.file(), then.feeds());
        try (LawRegistry registry = new LawRegistry(home, LawRooms.VERTX)) {
            permute(registry, others, begun(registry), 1);
            String before = String.join("\n", registry.content());
            registry.empty();
            registry.forgetRules();
            LawMatching.begin(registry.pool(), then);
            LawWay first = new LawWay(registry, others, LawRooms.over(registry));
            first.take(new LawRecords(new Random(2022)), new Random(0), null);
            String always = String.join("\n", registry.content());
            assertThat(always).as("matching matters").isNotEqualTo(before);
            for (long seed = 0; seed < PERMUTATIONS / 4; seed++) {
                registry.empty();
                registry.forgetRules();
                LawMatching.begin(registry.pool(), LawRooms.TERMS.first());
                LawWay way = new LawWay(registry, LawRooms.RULES, LawRooms.over(registry));
                way.take(new LawRecords(new Random(2022)), new Random(seed), others, proposed);
                assertThat(String.join("\n", registry.content()))
                        .as("seed %d", seed)
                        .isEqualTo(always);
                assertThat(way.proof()).as("seed %d", seed).isEmpty();
                everyLineSaysWhy(registry);
            }
        }
    }

    /// What counts instead is named where that is the reason, and by which change of rules a line
    /// was judged anew; all of it under the chain. What is adjusted is reversed and awarded for one
    /// reason, as what is judged anew.
    private static void everyLineSaysWhy(LawRegistry registry) throws SQLException {
        assertThat(
                        registry.rows(
                                """
                                select e.seq, e.reason from ledger_entry e
                                join ledger_block b on b.no = e.block_no
                                left join ledger_cause k on k.seq = e.seq
                                where e.reason in (3, 4, 5, 6) and k.seq is null
                                    or e.kind = 1 and k.seq is not null
                                    or e.reason = 8 and b.recomputation_id is null
                                    or e.reason in (1, 3, 4, 5) and b.delivery_id is null
                                    or (e.kind = 1) <> (e.reason in (1, 2, 7, 8, 9, 12))
                                        and e.reason not in (8, 9, 14, 15)\
                                """))
                .isEmpty();
        assertThat(registry.brokenBlock()).isNull();
    }

    /// A code is missing from a table, comes to it at any moment, and what was rejected for it is
    /// replayed or sent again: in the end everything is as if the code always had been there.
    @Test
    void norWhenWhatWasRejectedIsReplayed() throws SQLException {
        try (LawRegistry registry = new LawRegistry(home, LawRooms.VERTX)) {
            LawRecords records = new LawRecords(new Random(2022));
            LawWay.Rooms begun = begun(registry);
            LawMending always = new LawMending(LawRooms.FEEDS, LawRooms.FEEDS, 0);
            LawWay all = new LawWay(registry, LawRooms.RULES, mended(begun, always));
            all.take(records, new Random(0), null);
            String expected = String.join("\n", registry.content());
            for (long seed = 0; seed < PERMUTATIONS / 4; seed++) {
                registry.empty();
                Random random = new Random(seed);
                LawMending late =
                        new LawMending(LawRooms.FEEDS, LawRooms.FEEDS, random.nextInt(150));
                LawWay way = new LawWay(registry, LawRooms.RULES, mended(begun, late));
                way.take(records, random, null);
                late.mend();
                way.replay(records, random);
                assertThat(String.join("\n", registry.content()))
                        .as("seed %d", seed)
                        .isEqualTo(expected);
                assertThat(way.proof()).as("seed %d", seed).isEmpty();
            }
            assertThat(registry.rows("select 1 from delivery where replay_of is not null limit 1"))
                    .as("something was replayed")
                    .isNotEmpty();
        }
    }

    private static LawWay.Rooms mended(LawWay.Rooms rooms, LawMending mending) {
        return new LawWay.Rooms(
                mending.feeds(),
                rooms.reading(),
                mending.mapping(),
                rooms.rosterReading(),
                rooms.ids(),
                rooms.matching());
    }

    /// Over a registry in which the terms on file are put in force, as by the first start.
    private static LawWay.Rooms begun(LawRegistry registry) {
        LawMatching.begin(registry.pool(), LawRooms.TERMS.first());
        return LawRooms.over(registry);
    }

    private static void permute(
            LawRegistry registry, RuleSet by, LawWay.Rooms rooms, int permutations)
            throws SQLException {
        LawRecords records = new LawRecords(new Random(2022));
        String expected = null;
        for (long seed = 0; seed < permutations; seed++) {
            registry.empty();
            LawWay way = new LawWay(registry, by, rooms);
            way.take(records, new Random(seed), null);
            List<String> lines = registry.content();
            lines.addAll(way.sums(registry.teachers()));
            lines.addAll(way.findings(registry.deliveries()));
            String content = String.join("\n", lines);
            if (expected == null) expected = content;
            assertThat(content).as("seed %d", seed).isEqualTo(expected);
            assertThat(way.proof()).as("seed %d", seed).isEmpty();
        }
    }
}
