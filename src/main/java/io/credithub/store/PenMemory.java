package io.credithub.store;

import io.credithub.flow.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the last holder of the pen knew when it laid it down: who is who, and the accounts. It is
/// true for as long as nobody else has posted or enrolled, which the head of the ledger tells; in
/// any other case it is thrown away. Used by the one who holds the pen and by nobody else.
///
/// @param head where it is true; absent before the first work
record PenMemory(
        @Nullable LedgerHead head,
        Known<String> byNumber,
        Known<UUID> byDocument,
        Map<Integer, Account> accounts) {
    /// About 1 KiB each.
    private static final int ACCOUNTS_MAX = 60_000;

    private static final int KEYS_MAX = 100_000;

    /// Teachers by one kind of key. Who is unknown is asked for again: he may have come since.
    static final class Known<K> {
        private final Map<K, Integer> teachers = new HashMap<>();

        @Nullable Integer get(K key) {
            return teachers.get(key);
        }

        void learn(K key, int teacher) {
            if (teachers.size() >= KEYS_MAX) teachers.clear();
            teachers.put(key, teacher);
        }
    }

    /// The ones used last.
    private static final class Recent extends LinkedHashMap<Integer, Account> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(1 << 10, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Account> eldest) {
            return size() > ACCOUNTS_MAX;
        }
    }

    static PenMemory empty() {
        return new PenMemory(null, new Known<>(), new Known<>(), new Recent());
    }

    /// The same, as it is true at this head.
    PenMemory at(LedgerHead now) {
        return new PenMemory(now, byNumber, byDocument, accounts);
    }

    boolean isTrueAt(LedgerHead now) {
        return now.equals(head);
    }

    /// Those of the accounts that are known.
    List<Account> accounts(Collection<Integer> teachers) {
        List<Account> known = new ArrayList<>(teachers.size());
        for (Integer teacher : teachers) {
            Account account = accounts.get(teacher);
            if (account != null) known.add(account);
        }
        return known;
    }

    void learn(Collection<Account> found) {
        for (Account account : found) accounts.put(account.teacher(), account);
    }
}
