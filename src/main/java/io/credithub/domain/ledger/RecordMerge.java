package io.credithub.domain.ledger;

import io.credithub.domain.ledger.Valuation.AwardAmounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides what a set of arrivals changes in the registry. In order:
///
/// 1. [#RecordMerge] with every content that the registry holds of the records concerned;
/// 2. [#arrive] for each arrival, [#identify] for each waiting record whose teacher came, and
///    [#reprice] for what other rules judge now;
/// 3. [#groups] names the families concerned; the registry's copies of them go to [#settle];
/// 4. [#changes] and [#entries] are what to write.
///
/// Or everything of some teachers is at hand: [#matchWhole]. Then what cannot be true together is
/// told as well, and what that has set apart may return.
///
/// What is in force afterwards depends on the set of contents and on what people decided alone:
/// shuffling, repeating or splitting the arrivals changes nothing.
public final class RecordMerge {
    /// So many contents one record may have. All of them are read whenever it is reported again, so
    /// they must stay few; who has more to say about a training than that repeats itself.
    public static final int CONTENTS_MAX = 1_000;

    /// Kept free, so that a record can be withdrawn whatever was said of it.
    private static final int WITHDRAWALS_MAX = 100;

    private final CopyMatcher matcher;
    private final Map<UUID, List<RecordVersion>> records = new HashMap<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final Set<RecordVersion> candidates = new LinkedHashSet<>();
    private final Set<FamilyKey> groups = new LinkedHashSet<>();
    private final Map<UUID, RecordVersion> placed = new HashMap<>();
    private final List<RecordVersion> changes = new ArrayList<>();
    private Set<Integer> whole = Set.of();
    private Set<UUID> crowded = Set.of();
    private PairDecisions decisions = PairDecisions.NONE;

    /// @param known every content of every record that will arrive or be identified
    public RecordMerge(CopyMatcher matcher, Collection<RecordVersion> known) {
        this.matcher = matcher;
        for (RecordVersion version : known) ofRecord(version.copy().key()).add(version);
    }

    /// @return the content as new, or null if the record had this very content before
    public @Nullable RecordVersion arrive(Arrival arrival) {
        List<RecordVersion> contents = ofRecord(arrival.copy().key());
        for (RecordVersion content : contents) {
            if (content.copy().content().equals(arrival.copy().content())) {
                if (content.renew(arrival.order())) touched.add(arrival.copy().key());
                return null;
            }
        }
        RecordVersion version =
                RecordVersion.arrived(
                        arrival.copy(), arrival.order(), contents.size() + 1, arrival.teacher());
        contents.add(version);
        touched.add(arrival.copy().key());
        return version;
    }

    /// Whether the record has as many contents as it may have, and this is none of them.
    public boolean isTooMany(RecordContent copy) {
        List<RecordVersion> contents = records.getOrDefault(copy.key(), List.of());
        int most = copy.worth() == null ? CONTENTS_MAX + WITHDRAWALS_MAX : CONTENTS_MAX;
        if (contents.size() < most) return false;
        return contents.stream().noneMatch(known -> known.copy().content().equals(copy.content()));
    }

    /// The teacher of a content is in the roster now: of a waiting one, or of one that was
    /// superseded while it waited and may count again. Or it is another teacher's than it was: then
    /// it is reversed there, and posted here.
    public void identify(RecordVersion content, int teacher) {
        content.identify(teacher);
        touched.add(content.copy().key());
    }

    /// Prices a known content by other rules than it was posted by. What comes to the same stays as
    /// it is, under the rules that it was posted by; in force, it is reversed and posted anew. What
    /// a person has adjusted goes on earning as much.
    ///
    /// @param reason of the lines that follow from it
    public void reprice(RecordVersion version, AwardAmounts price, EntryReason reason) {
        Valuation worth = version.copy().worth();
        if (worth == null) return;
        AwardAmounts now = worth.under(price);
        if (!isOtherwise(worth, now)) return;
        version.reprice(now, reason);
        touched.add(version.copy().key());
    }

    /// Other rules may come to the same amount, and yet say something of a role of which the ones
    /// before were silent.
    private boolean isOtherwise(Valuation worth, AwardAmounts price) {
        return !worth.price().isAsMuchAs(price)
                || matcher.isRoleRuled(worth) != matcher.isRoleRuled(worth.priced(price));
    }

    /// A person decided what a content earns, or took that back. Wherever it is: it earns as much
    /// as soon as it counts.
    ///
    /// @param price see [Valuation#adjusted]; or what the rules say
    public void adjust(RecordVersion content, AwardAmounts price, EntryReason reason) {
        content.reprice(price, reason);
        touched.add(content.copy().key());
    }

    /// A registrar decided about a content that is, or was, held.
    public void rule(RecordVersion content, Ruling ruling) {
        content.rule(ruling);
        touched.add(content.copy().key());
    }

    /// Another register or other rules of matching put the title of a content into another family.
    public void retitle(RecordVersion content, int family) {
        Valuation worth = content.copy().worth();
        if (worth == null || worth.training().family() == family) return;
        content.retitle(family);
        touched.add(content.copy().key());
    }

    /// Places all that these teachers have, whether it changes or not.
    ///
    /// @param teachers every content of whose records is known
    public void matchWhole(Set<Integer> teachers) {
        whole = teachers;
    }

    /// The families whose records must be known before [#settle]: none of teachers who are known as
    /// a whole.
    public Set<FamilyKey> groups() {
        for (UUID key : touched) chooseContent(ofRecord(key));
        groups.removeIf(group -> whole.contains(group.teacher()));
        return groups;
    }

    /// The records about which people's decisions must be known before [#settle], beside those of
    /// the families.
    public Set<UUID> concerned() {
        return whole.isEmpty() ? touched : records.keySet();
    }

    /// What counts, or may, of teachers who are known as a whole; after [#groups]. Of these it must
    /// be known which too many teachers finished at the very same instant.
    public List<RecordVersion> wholes() {
        if (whole.isEmpty()) return List.of();
        List<RecordVersion> wholes = new ArrayList<>();
        for (List<RecordVersion> contents : records.values()) {
            for (RecordVersion content : contents) {
                boolean isPlaced = candidates.contains(content) || content.now().isMatched();
                if (isPlaced && whole.contains(content.teacher())) wholes.add(content);
            }
        }
        return wholes;
    }

    /// How many are too many.
    public int sameInstant() {
        return matcher.sameInstant();
    }

    /// Before [#settle].
    ///
    /// @param tooMany keys of those of [#wholes]
    public void crowd(Set<UUID> tooMany) {
        crowded = tooMany;
    }

    private void chooseContent(List<RecordVersion> contents) {
        RecordVersion counts = VersionRule.counting(contents);
        for (RecordVersion content : contents) {
            if (content.was() != null && content.was().isMatched()) concern(content.groupWas());
            if (content != counts) {
                content.become(VersionState.SUPERSEDED);
            } else if (content.copy().worth() == null) {
                content.become(VersionState.WITHDRAWN);
            } else if (content.teacher() == RecordVersion.NOBODY) {
                content.become(VersionState.WAITING);
            } else {
                candidates.add(content);
                concern(content.group());
            }
        }
    }

    private void concern(@Nullable FamilyKey group) {
        if (group != null) groups.add(group);
    }

    /// Has matching place what changes, and what is concerned by it.
    ///
    /// @param known what the registry holds of the families that [#groups] named
    public void settle(KnownCopies known) {
        decisions = known.decisions();
        List<RecordVersion> untouched = new ArrayList<>();
        for (RecordVersion peer : known.versions()) add(untouched, peer);
        if (!whole.isEmpty()) {
            for (List<RecordVersion> contents : records.values()) {
                for (RecordVersion content : contents) {
                    if (whole.contains(content.teacher())) add(untouched, content);
                }
            }
        }
        place(untouched);
        for (UUID key : touched) note(ofRecord(key));
        note(untouched);
    }

    private void add(List<RecordVersion> untouched, RecordVersion version) {
        boolean isOurs = touched.contains(version.copy().key());
        if (!isOurs && version.now().isMatched()) untouched.add(version);
    }

    private void place(List<RecordVersion> untouched) {
        Map<Integer, List<RecordVersion>> ofTeachers = new LinkedHashMap<>();
        Map<FamilyKey, List<RecordVersion>> ofFamilies = new LinkedHashMap<>();
        for (RecordVersion candidate : candidates) sort(candidate, ofTeachers, ofFamilies);
        for (RecordVersion version : untouched) sort(version, ofTeachers, ofFamilies);
        for (List<RecordVersion> all : ofTeachers.values()) {
            for (RecordVersion one : all) one.crowd(crowded.contains(one.copy().key()));
            keep(matcher.placeAll(all, decisions));
        }
        ofFamilies.forEach((_, some) -> keep(matcher.placeFamily(alone(some), decisions)));
    }

    private void sort(
            RecordVersion version,
            Map<Integer, List<RecordVersion>> ofTeachers,
            Map<FamilyKey, List<RecordVersion>> ofFamilies) {
        FamilyKey group = version.group();
        if (group == null) return;
        List<RecordVersion> those =
                whole.contains(group.teacher())
                        ? ofTeachers.computeIfAbsent(group.teacher(), _ -> new ArrayList<>())
                        : ofFamilies.computeIfAbsent(group, _ -> new ArrayList<>(1));
        those.add(version);
    }

    /// Without what another family has set apart: only who looks at all of a teacher can tell
    /// whether it still must be. Until then it stays where it is and sets nothing apart itself.
    private List<RecordVersion> alone(List<RecordVersion> family) {
        if (family.stream().noneMatch(RecordVersion::isSetApart)) return family;
        Set<UUID> near = new HashSet<>(touched);
        for (RecordVersion version : family) near.add(version.copy().key());
        return family.stream().filter(version -> !version.isSetApartBeyond(near)).toList();
    }

    private void keep(Map<RecordVersion, Placement> placements) {
        placements.forEach((version, placement) -> {
            version.place(placement);
            placed.put(version.copy().key(), version);
        });
    }

    private void note(Collection<RecordVersion> versions) {
        for (RecordVersion version : versions) if (version.isChanged()) changes.add(version);
    }

    /// What to write, new or changed.
    public List<RecordVersion> changes() {
        return changes;
    }

    /// What is in force of these contents once the changes are made, and of what is new.
    ///
    /// @param stored as the registry has them
    public Collection<RecordVersion> inForceAfter(Collection<RecordVersion> stored) {
        record VersionKey(UUID record, int number) {}
        Map<VersionKey, RecordVersion> inForce = new LinkedHashMap<>();
        for (RecordVersion version : stored) {
            inForce.put(new VersionKey(version.copy().key(), version.number()), version);
        }
        for (RecordVersion version : changes) {
            inForce.put(new VersionKey(version.copy().key(), version.number()), version);
        }
        inForce.values().removeIf(version -> version.now() != VersionState.IN_FORCE);
        return inForce.values();
    }

    /// The lines of the ledger: reversals first, so that no moment has a training twice.
    public List<LedgerEntry> entries() {
        List<LedgerEntry> reversals = new ArrayList<>();
        List<LedgerEntry> awards = new ArrayList<>();
        Reasons reasons = new Reasons(matcher, records, placed, decisions);
        for (RecordVersion version : changes) {
            Valuation before = version.worthWas();
            Valuation worth = version.copy().worth();
            if (before == null || worth == null) continue;
            boolean wasInForce = version.was() == VersionState.IN_FORCE;
            boolean isInForce = version.now() == VersionState.IN_FORCE;
            boolean isAnother = version.isRepriced() || version.isMoved();
            if (wasInForce && (!isInForce || isAnother)) {
                reversals.add(reasons.reversal(version, before));
            }
            if (isInForce && (!wasInForce || isAnother)) {
                awards.add(reasons.award(version, worth));
            }
        }
        reversals.addAll(awards);
        return reversals;
    }

    private List<RecordVersion> ofRecord(UUID key) {
        return records.computeIfAbsent(key, _ -> new ArrayList<>(1));
    }
}
