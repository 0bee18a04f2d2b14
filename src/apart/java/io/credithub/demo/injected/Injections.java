package io.credithub.demo.injected;

import io.credithub.demo.model.Programme;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.demo.model.SeededRandom;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SimulatedTeacher.EmploymentStatus;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.Teachers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which teacher has which planted case: as many of each kind as are asked for, dealt out by the
/// seed, one a teacher at most, so that no case can hide another.
public final class Injections {
    private static final int LAST_YEAR = SimulatedYears.FIRST + 3;

    private final ProvinceSettings settings;
    private final Teachers teachers;
    private final Map<Integer, Dealt> byTeacher = new HashMap<>();

    private record Dealt(InjectedKind kind, int number) {}

    /// @param ofEachKind as far as there are teachers and names for them; 0 plants nothing
    public Injections(ProvinceSettings settings, int ofEachKind) {
        this.settings = settings;
        teachers = new Teachers(settings);
        boolean isLongEnough = SimulatedYears.lastBy(settings.today()) >= LAST_YEAR;
        if (isLongEnough) deal(ofEachKind);
    }

    /// In an order of the seed's, round after round of all kinds.
    private void deal(int ofEachKind) {
        InjectedKind[] kinds = InjectedKind.values();
        int wanted = Math.min(ofEachKind, CaseDraft.NAMES) * kinds.length;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < teachers.size(); i++) order.add(i);
        order.sort((a, b) -> Long.compare(scattered(a), scattered(b)));
        for (int index : order) {
            if (byTeacher.size() == wanted) return;
            if (!isSuitable(teachers.teacher(index))) continue;
            int turn = byTeacher.size();
            byTeacher.put(index, new Dealt(kinds[turn % kinds.length], turn / kinds.length));
        }
    }

    private long scattered(int index) {
        return SeededRandom.mixed(SeededRandom.mixed(settings.seed() ^ 0x494e4aL) + index);
    }

    /// Somebody about whom nothing else is out of the ordinary.
    private static boolean isSuitable(SimulatedTeacher teacher) {
        return teacher.status() == EmploymentStatus.ACTIVE
                && !teacher.late()
                && teacher.idType().equals("RESIDENT")
                && teacher.firstYear() <= SimulatedYears.FIRST;
    }

    public int size() {
        return byTeacher.size();
    }

    /// How many there are of a kind.
    public int count(InjectedKind kind) {
        return Math.toIntExact(byTeacher.values().stream().filter(d -> d.kind == kind).count());
    }

    /// What is planted at one teacher.
    public Optional<InjectedCase> of(SimulatedTeacher teacher) {
        Dealt dealt = byTeacher.get(teacher.index());
        return dealt == null ? Optional.empty() : Optional.of(made(dealt, teacher));
    }

    private InjectedCase made(Dealt dealt, SimulatedTeacher teacher) {
        SeededRandom dice = SeededRandom.at(settings.seed() ^ 0x43415345L, teacher.index());
        CaseDraft draft = new CaseDraft(dealt.kind, dealt.number, teacher, dice);
        boolean isAlone = dealt.kind.fates().length() == 1;
        return isAlone
                ? SingleCases.of(dealt.kind, draft, teachers.schoolElsewhere(teacher))
                : CopyCases.of(dealt.kind, draft);
    }

    /// What the register must know, so that the copies of it are told for certain.
    public Stream<OfficialProgramme> registered() {
        return byTeacher.entrySet().stream()
                .filter(entry -> entry.getValue().kind.isRegistered())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> official(made(entry.getValue(), teachers.teacher(entry.getKey()))));
    }

    private static OfficialProgramme official(InjectedCase planted) {
        Programme programme = planted.records().getFirst().told();
        return new OfficialProgramme(programme, List.of(CopyCases.alias(programme.name())));
    }
}
