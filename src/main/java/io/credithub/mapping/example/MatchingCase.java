package io.credithub.mapping.example;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.NormalForm;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.PairDecisions.Pair;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.programme.AliasSet;
import io.credithub.domain.programme.IndexedRegister;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.ProgrammeRegister;
import io.credithub.domain.programme.ProgrammeTerms;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.domain.programme.RegisterEntry;
import io.credithub.domain.reconcile.Authority;
import io.credithub.domain.reconcile.MatchCandidate;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.domain.reconcile.Placing;
import io.credithub.domain.reconcile.Placing.Placed;
import io.credithub.flow.processing.Mapped;
import io.credithub.mapping.example.MatchingExample.ExampleProgramme;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A worked case of matching: does each record end where it should?
final class MatchingCase {
    private static final List<String> OWN = List.of("feed", "then", "credits");

    private final MatchingRules rules;
    private final MatchingExample example;
    private final ProgrammeRegister register;

    MatchingCase(MatchingRules rules, MatchingExample example) {
        this.rules = rules;
        this.example = example;
        this.register = register(example);
    }

    private static ProgrammeRegister register(MatchingExample example) {
        List<RegisterEntry> entries = new ArrayList<>();
        if (example.register() != null) {
            for (ExampleProgramme one : example.register()) entries.add(entry(one, entries.size()));
        }
        return IndexedRegister.of(ProgrammeEntries.of(entries));
    }

    private static RegisterEntry entry(ExampleProgramme one, int at) {
        LocalDate startsOn = one.startsOn() == null ? null : LocalDate.parse(one.startsOn());
        List<String> aliases = one.aliases() == null ? List.of() : one.aliases();
        return new RegisterEntry(
                at + 1,
                one.code(),
                new ProgrammeTerms(one.name(), null, null, null, null, startsOn, null, Map.of()),
                new AliasSet(aliases, List.of(), List.of()),
                null,
                null,
                one.withdrawn());
    }

    /// @return null if they do
    @Nullable String difference() {
        List<MatchCandidate> candidates = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (ObjectNode record : example.records()) {
            if (!(canonical(record) instanceof Mapped.MappedRecord(Completed completed, _)))
                return record.path("recordId").asText() + ": " + canonical(record);
            candidates.add(candidate(record, completed));
            expected.add(record.path("then").asText());
        }
        Placing placing =
                new Placing(register, rules, (feed, _) -> precedence(feed), _ -> Authority.ANY);
        Map<MatchCandidate, Placed> places = placing.placeAll(candidates, decisions(candidates));
        List<String> found = new ArrayList<>();
        for (MatchCandidate one : candidates)
            found.add(told(Objects.requireNonNull(places.get(one))));
        return found.equals(expected) ? null : expected + " ≠ " + found;
    }

    private static Mapped canonical(ObjectNode record) {
        ObjectNode plain = record.deepCopy();
        plain.remove(OWN);
        return AwardCase.canonical(plain);
    }

    private MatchCandidate candidate(ObjectNode record, Completed completed) {
        Completed.Program program = completed.program();
        String organiser = program.organiser();
        ProgrammeTitle title =
                new ProgrammeTitle(
                        NormalForm.programme(program.name()),
                        program.code(),
                        program.session(),
                        organiser == null ? null : NormalForm.programme(organiser));
        String feed = record.path("feed").asText();
        String key = feed + "/" + completed.recordId();
        String credits = record.path("credits").asText("0");
        return new MatchCandidate(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                feed,
                completed.recordId(),
                register.family(title, completed.completedOn()).hashCode(),
                title,
                completed.facts(),
                completed.startedOn(),
                completed.role() == TrainingRole.PARTICIPANT,
                false,
                completed.evidence().size(),
                new BigDecimal(credits).movePointRight(2).intValueExact(),
                Ruling.NONE);
    }

    private int precedence(String feed) {
        return example.feeds() == null ? 0 : example.feeds().indexOf(feed);
    }

    private PairDecisions decisions(List<MatchCandidate> candidates) {
        Map<String, UUID> keys = new HashMap<>();
        for (MatchCandidate one : candidates) keys.put(one.recordId(), one.key());
        Map<Pair, PairVerdict> byPair = new HashMap<>();
        add(example.same(), PairVerdict.SAME, keys, byPair);
        add(example.different(), PairVerdict.DIFFERENT, keys, byPair);
        return new PairDecisions(byPair);
    }

    private static void add(
            @Nullable List<List<String>> pairs,
            PairVerdict verdict,
            Map<String, UUID> keys,
            Map<Pair, PairVerdict> byPair) {
        if (pairs == null) return;
        for (List<String> pair : pairs) {
            UUID one = Objects.requireNonNull(keys.get(pair.getFirst()), pair.getFirst());
            UUID other = Objects.requireNonNull(keys.get(pair.getLast()), pair.getLast());
            byPair.put(Pair.of(one, other), verdict);
        }
    }

    private static String told(Placed placed) {
        String peer = placed.peer() == null ? "" : " for " + placed.peer().recordId();
        return switch (placed.state()) {
            case IN_FORCE -> "counts";
            case ASIDE -> "aside" + peer + " by " + placed.rule();
            case HELD ->
                    peer.isEmpty()
                            ? "held: " + placed.hold()
                            : "held" + peer + " by " + placed.rule();
            case REFUSED -> "refused";
            case SUPERSEDED, WITHDRAWN, WAITING -> throw new IllegalStateException("not placed");
        };
    }
}
