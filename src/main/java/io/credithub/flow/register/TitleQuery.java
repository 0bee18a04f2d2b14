package io.credithub.flow.register;

import io.credithub.domain.programme.IndexedRegister;
import io.credithub.domain.programme.RegisteredProgramme;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.programme.RegisterVersions;
import io.credithub.flow.programme.TitleCounts;
import io.credithub.flow.programme.TitleCounts.CountedTitle;
import io.credithub.flow.register.ChangeRegister.ProvinceDay;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which titles records bear, and what the register makes of them: what a registrar works off.
@Singleton
public final class TitleQuery {
    private final TitleCounts counts;
    private final RegisterVersions versions;
    private final LedgerLock lock;
    private final ProvinceDay today;

    public TitleQuery(
            TitleCounts counts, RegisterVersions versions, LedgerLock lock, ProvinceDay today) {
        this.counts = counts;
        this.versions = versions;
        this.lock = lock;
        this.today = today;
    }

    /// A title as records bear it.
    ///
    /// @param programme code of the entry that it finds today; absent: none, or more than one
    /// @param isNameKnown whether the register has the name; a record that finds its programme by
    ///   its code may be called otherwise
    public record BorneTitle(
            CountedTitle counted, @Nullable String programme, boolean isNameKnown) {}

    /// @param titles how many there are in all
    /// @param records that bear them
    public record BorneTitles(long titles, long records, List<BorneTitle> listed) {
        public BorneTitles {
            listed = List.copyOf(listed);
        }
    }

    /// @param isUnregistered only those of which the register has neither code nor name
    /// @param most so many are listed, the most frequent first
    public Uni<BorneTitles> titles(boolean isUnregistered, int most) {
        return lock.snapshot(ledger ->
                register(ledger)
                        .chain(register ->
                                counts.counted()
                                        .map(all -> titles(all, register, isUnregistered, most))));
    }

    private Uni<IndexedRegister> register(LedgerTransaction ledger) {
        return versions.at(ledger.matching());
    }

    private BorneTitles titles(
            List<CountedTitle> all, IndexedRegister register, boolean isUnregistered, int most) {
        long titles = 0;
        long records = 0;
        List<BorneTitle> listed = new ArrayList<>();
        for (CountedTitle one : all) {
            if (isUnregistered && register.knows(one.title())) continue;
            titles++;
            records += one.records();
            if (listed.size() < most) listed.add(borne(one, register));
        }
        return new BorneTitles(titles, records, listed);
    }

    private BorneTitle borne(CountedTitle one, IndexedRegister register) {
        RegisteredProgramme found = register.find(one.title(), today.day());
        return new BorneTitle(
                one, found == null ? null : found.code(), register.hasName(one.title().name()));
    }
}
