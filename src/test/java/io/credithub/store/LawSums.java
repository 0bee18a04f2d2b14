package io.credithub.store;

import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.TeacherAccount;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tallies, and records by feed and year, read as posting reads them.
record LawSums(LedgerLock lock, Duration patience) {
    /// @param teachers their numbers, by teacher
    List<String> lines(Map<String, Integer> teachers) {
        Map<Integer, String> sums = new TreeMap<>();
        for (TeacherAccount account :
                lock.dryRun(1, ledger -> ledger.accounts(teachers.values()))
                        .await()
                        .atMost(patience)) {
            Map<Integer, String> cycles = new TreeMap<>();
            account.cycles()
                    .forEach((cycle, kept) ->
                            cycles.put(cycle, kept.tally() + " " + text(kept.counts())));
            sums.put(account.teacher(), cycles.toString());
        }
        return teachers.entrySet().stream()
                .map(teacher -> teacher.getKey() + " " + sums.get(teacher.getValue()))
                .toList();
    }

    /// Places that hold nothing yet are as good as none.
    private static String text(int[] counts) {
        int length = counts.length;
        while (length > 0 && counts[length - 1] == 0) length--;
        return Arrays.toString(Arrays.copyOf(counts, length));
    }
}
