package io.credithub.fakes;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.ledger.PairDecisions.Pair;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.ledger.LedgerMovement;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.rules.Matchings.MatchingDecision;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.teacher.TeacherKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that the registry holds at one moment. What is in it is never changed, only replaced: so a
/// copy is as good as a transaction.
final class RegistryState {
    final TreeMap<Place, StoredContent> contents;
    final TreeMap<Place, TeacherKeys> waiting;
    final TreeMap<Integer, StoredTeacher> teachers;
    final Map<StoredSums.Key, StoredSums> sums;
    final List<StoredLine> lines;
    final TreeMap<Posting.CellKey, StoredCell> cells;
    final TreeMap<Long, StoredDelivery> deliveries;
    final StoredBank bank;
    final StoredPersons persons;
    final List<Rulebook> rulebooks;
    final StoredRegister register;
    final TreeMap<Integer, StoredRecomputation> recomputations;
    final Map<Pair, PairVerdict> pairs;
    final List<StoredHoldDecision> holds;
    final TreeMap<Long, StoredAdjustment> adjustments;
    final List<MatchingDecision> matchings;
    long blocks;
    long roster;
    long matching;

    RegistryState() {
        contents = new TreeMap<>();
        waiting = new TreeMap<>();
        teachers = new TreeMap<>();
        sums = new HashMap<>();
        lines = new ArrayList<>();
        cells = new TreeMap<>();
        deliveries = new TreeMap<>();
        bank = new StoredBank();
        persons = new StoredPersons();
        rulebooks = new ArrayList<>();
        register = new StoredRegister();
        recomputations = new TreeMap<>();
        pairs = new HashMap<>();
        holds = new ArrayList<>();
        adjustments = new TreeMap<>();
        matchings = new ArrayList<>();
    }

    private RegistryState(RegistryState other) {
        contents = new TreeMap<>(other.contents);
        waiting = new TreeMap<>(other.waiting);
        teachers = new TreeMap<>(other.teachers);
        sums = new HashMap<>(other.sums);
        lines = new ArrayList<>(other.lines);
        cells = new TreeMap<>(other.cells);
        deliveries = new TreeMap<>(other.deliveries);
        bank = other.bank.copy();
        persons = other.persons.copy();
        rulebooks = new ArrayList<>(other.rulebooks);
        register = other.register.copy();
        recomputations = new TreeMap<>(other.recomputations);
        pairs = new HashMap<>(other.pairs);
        holds = new ArrayList<>(other.holds);
        adjustments = new TreeMap<>(other.adjustments);
        matchings = new ArrayList<>(other.matchings);
        blocks = other.blocks;
        matching = other.matching;
        roster = other.roster;
    }

    RegistryState copy() {
        return new RegistryState(this);
    }

    /// The number of the rulebook in force.
    int rules() {
        return rulebooks.size();
    }

    /// Whoever has, or had, the number.
    @Nullable StoredTeacher numbered(String number) {
        for (StoredTeacher teacher : teachers.values()) {
            if (teacher.isNumbered(number)) return teacher;
        }
        return null;
    }

    StoredTeacher teacher(int id) {
        StoredTeacher teacher = teachers.get(id);
        if (teacher == null) throw new IllegalArgumentException("no teacher " + id);
        return teacher;
    }

    /// Adds a content that is new.
    ///
    /// @throws IllegalStateException if there is one at its place
    void add(StoredContent content) {
        Place place = new Place(content.copy().key(), content.number());
        if (contents.containsKey(place)) throw new IllegalStateException("known: " + place);
        set(place, content);
    }

    /// @throws IllegalStateException if two contents of one record would be in force
    void set(Place place, StoredContent content) {
        if (content.state() == VersionState.IN_FORCE) {
            contents.forEach((other, known) -> {
                boolean isTwice =
                        known.state() == VersionState.IN_FORCE
                                && other.record().equals(place.record());
                if (isTwice && !other.equals(place)) {
                    throw new IllegalStateException("a record in force twice: " + place);
                }
            });
        }
        contents.put(place, content);
    }

    void addTo(Posting.CellKey key, StoredCell change, int sign) {
        cells.merge(key, StoredCell.EMPTY.plus(change, sign), (was, by) -> was.plus(by, 1));
    }

    /// Appends a movement, in a block of its own.
    void append(LedgerMovement movement, Instant at) {
        blocks++;
        for (Movement.Leg leg : movement.movement().legs()) {
            lines.add(new StoredLine.Moved(lines.size() + 1L, blocks, at, movement, leg));
        }
    }

    /// What a loan or reservation has moved in an account, in hundredths.
    Credits moved(UUID subject, Movement.LegKind kind) {
        Credits sum = Credits.ZERO;
        for (StoredLine line : lines) {
            if (line instanceof StoredLine.Moved moved && moved.isOf(subject, kind)) {
                sum = sum.plus(moved.leg().credits());
            }
        }
        return sum;
    }
}
