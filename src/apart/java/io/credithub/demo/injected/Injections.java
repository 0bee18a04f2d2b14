package io.credithub.demo.injected;

import io.credithub.demo.model.Programme;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.demo.model.SeededRandom;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.SimulatedTeacher.EmploymentStatus;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.Teachers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which teacher has which planted case: as many of each kind as are asked for, dealt out by the
/// seed, one a teacher at most, so that no case can hide another. Those who finished at one instant
/// come in whole crowds, of the teachers that are left.
public final class Injections {
    private static final int LAST_YEAR = SimulatedYears.FIRST + 3;
    private static final int LAST_DAYS = 60;

    private final ProvinceSettings settings;
    private final Teachers teachers;
    private final ListedCases listed;
    private final GroupedCases grouped;
    private final int firstNumber;

    /// By their places in the province, in the order of these.
    private final Map<Integer, Dealt> byTeacher = new TreeMap<>();

    private record Dealt(InjectedKind kind, int number) {}

    /// @param ofEachKind as far as there are teachers and names for them; 0 plants nothing
    public Injections(ProvinceSettings settings, int ofEachKind) {
        this.settings = settings;
        teachers = new Teachers(settings);
        listed = new ListedCases(settings.seed());
        grouped = new GroupedCases(settings.seed());
        int share = Math.ceilDiv(ofEachKind, ListedCases.SHARE) * ListedCases.SHARE;
        firstNumber = settings.place() * share;
        LocalDate until = SimulatedYears.start(LAST_YEAR + 1).minusDays(LAST_DAYS);
        if (!settings.today().isBefore(until)) deal(ofEachKind);
    }

    /// In an order of the seed's, round after round of all kinds.
    private void deal(int ofEachKind) {
        List<InjectedKind> kinds = new ArrayList<>(List.of(InjectedKind.values()));
        kinds.remove(InjectedKind.CROWDED);
        int named = Math.max(0, CaseDraft.NAMES - firstNumber);
        int wanted = Math.min(ofEachKind, named) * kinds.size();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < teachers.size(); i++) {
            if (isSuitable(teachers.teacher(i))) order.add(i);
        }
        order.sort((a, b) -> Long.compare(scattered(a), scattered(b)));
        int dealt = Math.min(wanted, order.size());
        for (int turn = 0; turn < dealt; turn++) {
            InjectedKind kind = kinds.get(turn % kinds.size());
            int number = firstNumber + turn / kinds.size();
            byTeacher.put(order.get(turn), new Dealt(kind, number));
        }
        crowd(order.subList(dealt, order.size()), ofEachKind);
    }

    /// Whole crowds, as many as hold those who are asked for, as far as there are teachers.
    private void crowd(List<Integer> left, int asked) {
        int wanted = Math.ceilDiv(asked, GroupedCases.CROWD);
        int crowds = Math.min(wanted, left.size() / GroupedCases.CROWD);
        int first = settings.place() * wanted * GroupedCases.CROWD;
        for (int i = 0; i < crowds * GroupedCases.CROWD; i++) {
            byTeacher.put(left.get(i), new Dealt(InjectedKind.CROWDED, first + i));
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
                && teacher.transferredOn() == null
                && teacher.firstYear() < SimulatedYears.FIRST;
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
        Dealt dealt = byTeacher.get(teacher.index() - settings.first());
        return dealt == null ? Optional.empty() : Optional.of(made(dealt, teacher));
    }

    /// Everything that is planted.
    public Stream<InjectedCase> all() {
        return byTeacher.entrySet().stream()
                .map(entry -> made(entry.getValue(), teachers.teacher(entry.getKey())));
    }

    private InjectedCase made(Dealt dealt, SimulatedTeacher teacher) {
        SeededRandom dice = SeededRandom.at(settings.seed() ^ 0x43415345L, teacher.index());
        InjectedKind kind = dealt.kind;
        CaseDraft draft = new CaseDraft(kind, dealt.number, teacher, dice);
        return switch (kind.family()) {
            case ALONE -> SingleCases.of(kind, draft, teachers.schoolElsewhere(teacher));
            case COPIES -> CopyCases.of(kind, draft);
            case AGENCY -> AgencyCases.of(kind, draft);
            case YEARS -> YearCases.of(kind, draft);
            case LISTED -> listed.of(kind, dealt.number, draft);
            case GROUPED -> grouped.of(kind, dealt.number, draft);
        };
    }

    /// What the register must know: whose copies are told for certain, what lists are about, what
    /// was withdrawn, what shares a title.
    public Stream<OfficialProgramme> registered() {
        Stream<OfficialProgramme> alone =
                byTeacher.entrySet().stream()
                        .filter(entry -> isRegisteredAlone(entry.getValue().kind))
                        .flatMap(entry ->
                                official(made(entry.getValue(), teachers.teacher(entry.getKey()))));
        Stream<OfficialProgramme> lists =
                groups(InjectedKind::isListed, ListedCases.SHARE)
                        .mapToObj(list -> withAlias(listed.training(list)));
        Stream<OfficialProgramme> faked =
                groups(
                                kind -> kind == InjectedKind.PROGRAMME_FAKED,
                                GroupedCases.share(InjectedKind.PROGRAMME_FAKED))
                        .mapToObj(grouped::withdrawn);
        return Stream.of(alone, lists, faked).flatMap(all -> all);
    }

    private static boolean isRegisteredAlone(InjectedKind kind) {
        return kind.isRegistered() || kind.isShared();
    }

    private IntStream groups(Predicate<InjectedKind> which, int share) {
        return byTeacher.values().stream()
                .filter(dealt -> which.test(dealt.kind))
                .mapToInt(dealt -> dealt.number / share)
                .distinct()
                .sorted();
    }

    private static Stream<OfficialProgramme> official(InjectedCase planted) {
        Programme programme = planted.records().getFirst().told();
        if (!planted.kind().isShared()) return Stream.of(withAlias(programme));
        String code = CaseDraft.code(planted.kind(), planted.number());
        return Stream.of(code, code + "-2")
                .map(one -> new OfficialProgramme(programme.withCode(one), List.of()));
    }

    private static OfficialProgramme withAlias(Programme programme) {
        return new OfficialProgramme(programme, List.of(CopyCases.alias(programme.name())));
    }

    /// The enrolment lists, with those who are on them.
    public List<EnrolmentList> lists() {
        Map<Integer, List<SimulatedTeacher>> enrolled = new TreeMap<>();
        byTeacher.forEach((index, dealt) -> {
            SimulatedTeacher listedAs = ListedCases.enrolled(dealt.kind, teachers.teacher(index));
            if (listedAs == null) return;
            int list = dealt.number / ListedCases.SHARE;
            enrolled.computeIfAbsent(list, _ -> new ArrayList<>()).add(listedAs);
        });
        return enrolled.entrySet().stream()
                .map(entry -> new EnrolmentList(listed.training(entry.getKey()), entry.getValue()))
                .toList();
    }
}
