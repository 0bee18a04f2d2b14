package io.credithub.flow.ledger;

import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.standing.Tally;
import io.credithub.domain.standing.TeacherFacts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One teacher while posting: facts of the roster, and a standing for each cycle that has one.
///
/// @param division the county that answers for the teacher
/// @param residences where the teacher is and was, never empty
/// @param name in its normal form
public record TeacherAccount(
        int teacher,
        String division,
        List<Residence> residences,
        String name,
        TeacherFacts facts,
        Map<Integer, AccountCycle> cycles) {
    /// What is kept of a cycle. Mutable: entries are applied to it.
    ///
    /// Sums only, so that the order of entries cannot matter.
    public static final class AccountCycle {
        private boolean isNew;
        private int policy;
        private Tally tally;
        private int[] counts;
        private int entries;
        private long earned;

        /// @param policy number of the version whose requirements the sums are of
        /// @param counts records in force: feed × school year of the cycle
        public AccountCycle(boolean isNew, int policy, Tally tally, int[] counts) {
            this.isNew = isNew;
            this.policy = policy;
            this.tally = tally;
            this.counts = counts;
        }

        /// The sums so far, as the registry holds them.
        public AccountCycle holding(int entriesHeld, long earnedHeld) {
            this.entries = entriesHeld;
            this.earned = earnedHeld;
            return this;
        }

        void count(int feed, int year, int by) {
            int place = place(feed, year);
            if (place >= counts.length) counts = Arrays.copyOf(counts, feed * Tally.YEARS);
            counts[place] += by;
        }

        private static int place(int feed, int year) {
            return (feed - 1) * Tally.YEARS + year;
        }

        /// Whether a record of the feed is in force in the year, counted from the cycle's first.
        boolean has(int feed, int year) {
            int place = place(feed, year);
            return place < counts.length && counts[place] > 0;
        }

        /// Whether a record of any feed is in force in the year, counted from the cycle's first.
        boolean has(int year) {
            for (int place = year; place < counts.length; place += Tally.YEARS) {
                if (counts[place] > 0) return true;
            }
            return false;
        }

        void add(int lines, long credits) {
            entries += lines;
            earned += credits;
        }

        /// The sums by other requirements.
        void restate(int number, Tally sums) {
            policy = number;
            tally = sums;
        }

        public int policy() {
            return policy;
        }

        /// The registry has it from now on.
        public void keep() {
            isNew = false;
        }

        public boolean isNew() {
            return isNew;
        }

        public Tally tally() {
            return tally;
        }

        public int[] counts() {
            return counts;
        }

        public int entries() {
            return entries;
        }

        public long earned() {
            return earned;
        }
    }

    public TeacherAccount(
            int teacher,
            String division,
            List<Residence> residences,
            String name,
            TeacherFacts facts) {
        this(teacher, division, residences, name, facts, new HashMap<>());
    }
}
