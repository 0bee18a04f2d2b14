package io.credithub.store.ledger;

import io.credithub.flow.ledger.TeacherAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The accounts that the last holder of the ledger lock knew when it released it. They are true for
/// as long as nobody else has posted or enrolled, which the head of the ledger tells; in any other
/// case they are thrown away. Used by the one who holds the ledger lock and by nobody else.
///
/// @param head where it is true; absent before the first work
record AccountCache(@Nullable LedgerHead head, Map<Integer, TeacherAccount> accounts) {
    /// About 1 KiB each.
    private static final int ACCOUNTS_MAX = 60_000;

    /// The ones used last.
    private static final class Recent extends LinkedHashMap<Integer, TeacherAccount> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(1 << 10, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, TeacherAccount> eldest) {
            return size() > ACCOUNTS_MAX;
        }
    }

    static AccountCache empty() {
        return new AccountCache(null, new Recent());
    }

    /// The same, as it is true at this head.
    AccountCache at(LedgerHead now) {
        return new AccountCache(now, accounts);
    }

    boolean isTrueAt(LedgerHead now) {
        return now.equals(head);
    }

    /// Those of the accounts that are known.
    List<TeacherAccount> accounts(Collection<Integer> teachers) {
        List<TeacherAccount> known = new ArrayList<>(teachers.size());
        for (Integer teacher : teachers) {
            TeacherAccount account = accounts.get(teacher);
            if (account != null) known.add(account);
        }
        return known;
    }

    /// Something was granted to the teacher or taken back.
    void forget(int teacher) {
        accounts.remove(teacher);
    }

    void learn(Collection<TeacherAccount> found) {
        for (TeacherAccount account : found) accounts.put(account.teacher(), account);
    }
}
