package io.credithub.fakes;

import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.flow.ledger.Posting.CellKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A teacher belongs to another county, and the figures go along.
record CountyTransfer(RegistryState state, LocalDate today) {
    private static final LocalDate EVER_SINCE = LocalDate.of(1, 1, 1);

    /// @param teacher as they are now
    void moved(StoredTeacher teacher, String was, @Nullable LocalDate since) {
        figures(teacher.id(), was, teacher.answering());
        List<Residence> places = new ArrayList<>(teacher.residences());
        if (places.isEmpty()) places.add(new Residence(EVER_SINCE, was));
        LocalDate from = since == null ? today : since;
        places.removeIf(place -> place.from().equals(from));
        places.add(new Residence(from, teacher.answering()));
        state.teachers.put(teacher.id(), teacher.at(places));
    }

    /// Nobody moved: it became known where the teacher belongs.
    void learned(StoredTeacher teacher, String was) {
        figures(teacher.id(), was, teacher.answering());
        List<Residence> places = new ArrayList<>(teacher.residences());
        places.sort(Comparator.comparing(Residence::from));
        if (!places.isEmpty() && places.getLast().division().equals(was)) {
            Residence last = places.removeLast();
            places.add(new Residence(last.from(), teacher.answering()));
        }
        state.teachers.put(teacher.id(), teacher.at(places));
    }

    private record Counted(int feed, int schoolYear) {}

    private void figures(int teacher, String was, String now) {
        Map<Counted, StoredCell> held = new HashMap<>();
        for (StoredContent content : state.contents.values()) {
            Valuation worth = content.copy().worth();
            boolean isTheirs = content.teacher() == teacher && content.state().isMatched();
            if (worth == null || !isTheirs) continue;
            int year = worth.price().schoolYear();
            StoredCell one = cell(content, worth);
            held.merge(new Counted(content.copy().origin().feed(), year), one, CountyTransfer::sum);
            StoredCell person = StoredCell.persons(one.persons());
            held.merge(new Counted(CellKey.ALL_FEEDS, year), person, CountyTransfer::sum);
        }
        held.forEach((key, cell) -> {
            state.addTo(new CellKey(key.feed, was, key.schoolYear), cell, -1);
            state.addTo(new CellKey(key.feed, now, key.schoolYear), cell, 1);
        });
    }

    private static StoredCell cell(StoredContent content, Valuation worth) {
        return StoredCell.of(
                content.state(), content.copy().hourHundredths(), worth.price().credits());
    }

    /// A person counts once, however many records there are.
    private static StoredCell sum(StoredCell one, StoredCell other) {
        long twice = Math.min(one.persons(), other.persons());
        return one.plus(other, 1).plus(StoredCell.persons(twice), -1);
    }
}
