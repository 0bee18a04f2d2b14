package io.credithub.demo;

import io.credithub.demo.injected.EnrolmentList;
import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.injected.Injections;
import io.credithub.demo.injected.OfficialProgramme;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.demo.model.SimulatedTeacher;
import io.credithub.demo.model.Teachers;
import io.credithub.demo.model.TrainingHistories;
import io.credithub.demo.model.TrainingHistory;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Everybody whom one hub has: of one province, or of several beside one another that share the
/// divisions and nothing else.
final class Population {
    private final List<OneProvince> parts;

    /// @param planted so many cases of each kind in each province, as far as there are teachers
    Population(List<ProvinceSettings> provinces, int planted) {
        parts = provinces.stream().map(settings -> OneProvince.of(settings, planted)).toList();
    }

    /// A teacher with all that they attended and all that is planted.
    record Person(TrainingHistory life, Optional<InjectedCase> planted) {}

    private record OneProvince(
            ProvinceSettings settings, TrainingHistories lives, Injections injections) {
        static OneProvince of(ProvinceSettings settings, int planted) {
            return new OneProvince(
                    settings, new TrainingHistories(settings), new Injections(settings, planted));
        }

        Person person(int index) {
            TrainingHistory life = lives.life(index);
            Optional<InjectedCase> planted = injections.of(life.teacher());
            boolean isBare = planted.isPresent() && planted.get().kind().isBare();
            return new Person(
                    isBare ? new TrainingHistory(life.teacher(), List.of()) : life, planted);
        }

        Stream<Programme> offered() {
            return TrainingHistories.offered(settings);
        }

        /// Those with a code that somebody attends: of many provinces a hub need not know more.
        Stream<Programme> attended() {
            Set<String> codes = new HashSet<>();
            return IntStream.range(0, lives.size())
                    .mapToObj(lives::life)
                    .flatMap(life -> life.attended().stream())
                    .map(attended -> attended.programme())
                    .filter(programme -> programme.code() != null && codes.add(programme.code()));
        }
    }

    /// Where a teacher is found.
    private record Seat(OneProvince part, int index, int county) {
        static Stream<Seat> of(OneProvince part) {
            Teachers teachers = new Teachers(part.settings);
            return IntStream.range(0, teachers.size())
                    .mapToObj(index -> new Seat(part, index, county(teachers.teacher(index))));
        }

        private static int county(SimulatedTeacher teacher) {
            return teacher.school().division().order();
        }
    }

    int size() {
        return parts.stream().mapToInt(part -> part.lives.size()).sum();
    }

    /// County by county. Nobody is held in memory of one province; of several, where they sit.
    Stream<Person> persons() {
        if (parts.size() == 1) {
            OneProvince only = parts.getFirst();
            return IntStream.range(0, only.lives.size()).mapToObj(only::person);
        }
        return parts.stream()
                .flatMap(Seat::of)
                .sorted(Comparator.comparingInt(Seat::county))
                .map(seat -> seat.part.person(seat.index));
    }

    int planted() {
        return parts.stream().mapToInt(part -> part.injections.size()).sum();
    }

    Stream<InjectedCase> cases() {
        return parts.stream().flatMap(part -> part.injections.all());
    }

    Stream<EnrolmentList> lists() {
        return parts.stream().flatMap(part -> part.injections.lists().stream());
    }

    /// What the register of programmes has.
    Stream<OfficialProgramme> registered() {
        boolean isOne = parts.size() == 1;
        return parts.stream()
                .flatMap(part ->
                        Stream.concat(
                                (isOne ? part.offered() : part.attended())
                                        .map(one -> new OfficialProgramme(one, List.of())),
                                part.injections.registered()));
    }

    /// Of all provinces.
    Stream<SimulatedTeacher> teachers() {
        return parts.stream()
                .map(part -> new Teachers(part.settings))
                .flatMap(all -> IntStream.range(0, all.size()).mapToObj(all::teacher));
    }
}
