package io.credithub.app;

import io.credithub.demo.answer.KeyCrowds;
import io.credithub.demo.answer.KeyRecord;
import io.credithub.demo.injected.OfficialProgramme;
import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.Result;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.programme.CoreName;
import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.domain.programme.RegisteredProgramme;
import io.credithub.domain.reconcile.Authority;
import io.credithub.domain.reconcile.MatchCandidate;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.domain.reconcile.Placing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Records of the synthetic province as the hub's matching looks at them.
final class KeyCandidates {
    private final Map<String, Integer> families = new HashMap<>();
    private final Register register;
    private final KeyCrowds crowds;

    KeyCandidates(Stream<OfficialProgramme> official, KeyCrowds crowds) {
        register = new Register(official);
        this.crowds = crowds;
    }

    /// Whether its title is several programmes'.
    boolean isShared(MatchCandidate record) {
        return register.named(record.title()).size() > 1;
    }

    Placing placing() {
        Authority feeds = authority();
        Authority agency = agency();
        return new Placing(
                register,
                MatchingRules.DEFAULT,
                KeyCandidates::precedence,
                feed -> feed.equals(SourceSystem.AGENCY.feed()) ? agency : feeds);
    }

    /// As the files of the three feeds say: anything but to decide credits.
    private static Authority authority() {
        return new Authority(
                Set.of(Level.values()),
                Set.of(Form.values()),
                null,
                Set.of(TrainingRole.values()),
                null,
                Set.of(),
                false);
    }

    /// As the demo's own file of the agency says.
    private static Authority agency() {
        return new Authority(
                Set.of(Level.COUNTY, Level.SCHOOL),
                Set.of(Form.ONLINE, Form.SCHOOL_BASED, Form.SELF_DIRECTED),
                Set.of("PAPER"),
                Set.of(TrainingRole.PARTICIPANT),
                Set.of(NormalForm.programme("晋研教育")),
                Set.of(),
                true);
    }

    private static int precedence(String feed, Level level) {
        return switch (feed) {
            case "national-platform" -> level == Level.NATIONAL ? 1 : 3;
            case "province-platform" -> level == Level.NATIONAL || level == Level.SCHOOL ? 2 : 1;
            case "agency-push" -> 5;
            default -> level == Level.SCHOOL ? 1 : 4;
        };
    }

    List<MatchCandidate> of(List<KeyRecord> records) {
        return records.stream().map(this::candidate).toList();
    }

    private MatchCandidate candidate(KeyRecord record) {
        Programme told = record.told();
        String organiser = told.organiser();
        ProgrammeTitle title =
                new ProgrammeTitle(
                        NormalForm.programme(record.details().name()),
                        told.code(),
                        told.session(),
                        organiser == null ? null : NormalForm.programme(organiser));
        String feed = record.system().feed();
        String family = register.family(title, record.lastDay());
        String key = feed + "\n" + record.recordId();
        TrainingRole role =
                record.role().isEmpty()
                        ? TrainingRole.PARTICIPANT
                        : TrainingRole.valueOf(record.role());
        return new MatchCandidate(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                feed,
                record.recordId(),
                families.computeIfAbsent(family, _ -> families.size() + 1),
                title,
                new Facts(told.level(), training(record), role, told.themes(), record.lastDay()),
                isPushed(record.system()) || told.form() != Form.SELF_DIRECTED
                        ? record.firstDay()
                        : null,
                role == TrainingRole.PARTICIPANT,
                crowds.has(record),
                record.details().evidence(),
                Math.toIntExact(record.award()),
                Ruling.NONE);
    }

    private static boolean isPushed(SourceSystem system) {
        return system == SourceSystem.VENDOR || system == SourceSystem.AGENCY;
    }

    private static Training training(KeyRecord record) {
        Details details = record.details();
        Integer attended = details.attendance();
        BigDecimal share = attended == null ? null : BigDecimal.valueOf(attended, 4);
        Result result = record.told().result();
        return switch (record.told().form()) {
            case SELF_DIRECTED -> result(result, details);
            case BLENDED ->
                    new Training.Blended(
                            parts(details), details.hourHundredths(), details.grade(), share);
            default ->
                    new Training.Course(
                            record.told().form(), details.hourHundredths(), details.grade(), share);
        };
    }

    private static Training result(@Nullable Result result, Details details) {
        if (result == null) throw new IllegalStateException("a self-directed one has a result");
        BigDecimal decided =
                result.isDecided() ? BigDecimal.valueOf(details.resultHundredths(), 2) : null;
        return new Training.SelfDirected(result.category(), result.rank(), null, null, decided);
    }

    private static List<Training.Part> parts(Details details) {
        if (!details.isSplit(Form.BLENDED)) return List.of();
        int online = details.hourHundredths() - details.inPresence();
        return List.of(
                new Training.Part(Form.CENTRALISED, details.inPresence()),
                new Training.Part(Form.ONLINE, online));
    }

    /// Looked up by code, else by a name that is one entry's.
    private static final class Register implements ProgrammeRegister {
        private final Map<String, RegisteredProgramme> byCode = new HashMap<>();
        private final Map<String, Set<RegisteredProgramme>> byName = new HashMap<>();

        Register(Stream<OfficialProgramme> official) {
            official.forEach(this::add);
        }

        private void add(OfficialProgramme one) {
            Programme programme = one.programme();
            String code = programme.code();
            if (code == null) throw new IllegalArgumentException("an entry without a code");
            List<String> names = new ArrayList<>(List.of(NormalForm.programme(programme.name())));
            for (String alias : one.aliases()) names.add(NormalForm.programme(alias));
            RegisteredProgramme entry =
                    new RegisteredProgramme(
                            byCode.size() + 1,
                            code,
                            programme.name(),
                            names,
                            programme.level(),
                            programme.form(),
                            programme.hourHundredths(),
                            null,
                            one.startsOn(),
                            one.endsOn(),
                            one.isWithdrawn());
            assertNew(byCode.put(code, entry));
            for (String name : names) byName.computeIfAbsent(name, _ -> new HashSet<>()).add(entry);
        }

        private static void assertNew(@Nullable RegisteredProgramme before) {
            if (before != null) throw new IllegalStateException("two entries: " + before.code());
        }

        @Override
        public @Nullable RegisteredProgramme find(ProgrammeTitle title, LocalDate day) {
            if (title.code() != null && byCode.containsKey(title.code())) {
                return byCode.get(title.code());
            }
            Set<RegisteredProgramme> named = named(title);
            return named.size() == 1 ? named.iterator().next() : null;
        }

        Set<RegisteredProgramme> named(ProgrammeTitle title) {
            return byName.getOrDefault(title.name(), Set.of());
        }

        @Override
        public String family(ProgrammeTitle title, LocalDate day) {
            RegisteredProgramme entry = find(title, day);
            return CoreName.of(
                            entry == null ? title : ProgrammeTitle.named(entry.names().getFirst()))
                    .core();
        }
    }
}
