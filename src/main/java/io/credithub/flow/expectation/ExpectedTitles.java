package io.credithub.flow.expectation;

import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.domain.programme.RegisteredProgramme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which titles of records mean the programme that a list is about: those that the register takes
/// for the same entry; of what it does not know, those with the same code, else the same name.
public final class ExpectedTitles {
    private final ProgrammeRegister register;

    public ExpectedTitles(ProgrammeRegister register) {
        this.register = register;
    }

    /// What a title that may be meant has one of.
    ///
    /// @param names in their normal form
    public record TitleWords(Set<String> names, Set<String> codes) {}

    /// A title of the registry, by its number there.
    public record KnownTitle(int programme, ProgrammeTitle title) {}

    /// That records under a title are expected by a list.
    public record ListTitle(long list, int programme) {}

    public TitleWords words(Collection<KeptList> lists) {
        TitleWords words = new TitleWords(new HashSet<>(), new HashSet<>());
        for (KeptList list : lists) {
            ProgrammeTitle title = list.training().title();
            words.names.add(title.name());
            if (title.code() != null) words.codes.add(title.code());
            RegisteredProgramme entry = register.find(title, list.training().endsOn());
            if (entry == null) continue;
            words.names.addAll(entry.names());
            words.codes.add(entry.code());
        }
        return words;
    }

    public List<ListTitle> meant(Collection<KeptList> lists, Collection<KnownTitle> titles) {
        List<ListTitle> meant = new ArrayList<>();
        for (KeptList list : lists) {
            LocalDate day = list.training().endsOn();
            for (KnownTitle one : titles) {
                if (isSame(list.training().title(), one.title(), day)) {
                    meant.add(new ListTitle(list.number(), one.programme()));
                }
            }
        }
        return meant;
    }

    private boolean isSame(ProgrammeTitle expected, ProgrammeTitle title, LocalDate day) {
        RegisteredProgramme entry = register.find(expected, day);
        RegisteredProgramme found = register.find(title, day);
        if (entry != null || found != null) {
            return entry != null && found != null && entry.number() == found.number();
        }
        String code = expected.code();
        if (code != null && title.code() != null) return code.equals(title.code());
        return expected.name().equals(title.name());
    }
}
