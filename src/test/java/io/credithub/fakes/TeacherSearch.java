package io.credithub.fakes;

import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.teacher.Identity;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.Identified.TeachersByKey;
import io.credithub.flow.teacher.Residences;
import io.credithub.flow.teacher.TeacherKeys;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds teachers by what is said of them. Former numbers find them too, and documents of those who
/// became them.
record TeacherSearch(RegistryState state, IdProtection ids) {
    Identified identify(Collection<TeacherKeys> keys) {
        Map<String, Integer> byNumber = new HashMap<>();
        Map<UUID, Integer> byDocument = new HashMap<>();
        Map<Integer, Identity> persons = new HashMap<>();
        for (TeacherKeys key : keys) {
            if (key.number() != null) {
                find(byNumber, key.number(), state.numbered(key.number()), persons);
            }
            if (key.documentHash() != null) {
                find(byDocument, key.documentHash(), documented(key.documentHash()), persons);
            }
        }
        TeachersByKey found = new TeachersByKey(byNumber, byDocument, persons, Set.of());
        return new Identified(state.roster, state.rules(), state.matching, found);
    }

    private <K> void find(
            Map<K, Integer> found,
            K key,
            @Nullable StoredTeacher teacher,
            Map<Integer, Identity> persons) {
        if (teacher == null) return;
        found.put(key, teacher.id());
        persons.put(teacher.id(), teacher.identity(ids));
    }

    @Nullable StoredTeacher documented(UUID hash) {
        return first(identity -> identity.documents().contains(hash));
    }

    @Nullable StoredTeacher numbered(UUID hash) {
        return first(identity -> identity.numbers().contains(hash));
    }

    private @Nullable StoredTeacher first(Predicate<Identity> which) {
        for (StoredTeacher teacher : state.teachers.values()) {
            if (which.test(teacher.identity(ids))) return teacher;
        }
        return null;
    }

    Residences places(Collection<Integer> teachers) {
        Map<Integer, List<Residence>> places = new HashMap<>();
        for (int id : teachers) {
            StoredTeacher teacher = state.teachers.get(id);
            if (teacher != null) places.put(id, teacher.places());
        }
        return new Residences(places);
    }
}
