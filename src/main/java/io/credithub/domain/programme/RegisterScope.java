package io.credithub.domain.programme;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which titles a change of the register may mean something else for: those of the families, before
/// and after, of the entries of which records find something else. It may name too many, never too
/// few.
public final class RegisterScope {
    private final Set<String> codes;
    private final Set<String> names;
    private final Set<String> cores;

    private RegisterScope(Set<String> codes, Set<String> names, Set<String> cores) {
        this.codes = codes;
        this.names = names;
        this.cores = cores;
    }

    /// @param changed codes of the entries that change
    public static RegisterScope of(
            IndexedRegister before, IndexedRegister after, Collection<String> changed) {
        Set<String> codes = new HashSet<>();
        for (String code : changed) if (!before.isSame(after, code)) codes.add(code);
        Set<String> names = new HashSet<>();
        Set<String> cores = new HashSet<>();
        for (IndexedRegister register : List.of(before, after)) {
            Set<String> families = new HashSet<>();
            for (String code : changed) {
                if (before.isSame(after, code)) continue;
                String family = register.familyOf(code);
                if (family != null) families.add(family);
            }
            codes.addAll(register.codesOf(families));
            names.addAll(register.namesOf(families));
            cores.addAll(register.coresOf(families));
        }
        return new RegisterScope(codes, names, cores);
    }

    public boolean covers(ProgrammeTitle title) {
        return (title.code() != null && codes.contains(title.code()))
                || names.contains(title.name())
                || cores.contains(CoreName.of(title).core());
    }
}
