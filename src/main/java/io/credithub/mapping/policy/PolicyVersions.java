package io.credithub.mapping.policy;

import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.Effective;
import io.credithub.domain.policy.terms.Heading;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.feed.FileProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Whether the versions of a policy follow one another: no day of a division belongs to two, and
/// none lies between two versions of one line.
final class PolicyVersions {
    private static final String PLACE = "/effective";

    private PolicyVersions() {}

    /// @param root what it extends in the end, itself if nothing: versions of one root and one
    ///   division are a line
    record FiledVersion(String file, String root, Heading heading, SchoolCalendar calendar) {
        private Effective days() {
            return heading().effective();
        }

        private boolean isOfLine(FiledVersion other) {
            return root.equals(other.root) && isOfDivision(other);
        }

        private boolean isOfDivision(FiledVersion other) {
            return Objects.equals(heading().division(), other.heading().division());
        }

        /// Rule sets of no division say nothing of where they hold, and may stand side by side.
        private boolean collides(FiledVersion other) {
            return days().overlaps(other.days())
                    && (isOfLine(other) || (heading().division() != null && isOfDivision(other)));
        }

        /// Whether both judge within one province.
        private boolean meets(FiledVersion other) {
            String here = heading().division();
            String there = other.heading().division();
            if (here == null || there == null) return false;
            return new Jurisdiction(here).covers(there) || new Jurisdiction(there).covers(here);
        }
    }

    static List<FileProblem> problems(List<FiledVersion> versions) {
        List<FiledVersion> inOrder =
                versions.stream()
                        .sorted(
                                Comparator.comparing(
                                                (FiledVersion version) -> version.days().from())
                                        .thenComparing(version -> version.heading().id()))
                        .toList();
        List<FileProblem> problems = new ArrayList<>();
        for (int later = 0; later < inOrder.size(); later++) {
            List<FiledVersion> earlier = inOrder.subList(0, later);
            FiledVersion version = inOrder.get(later);
            earlier.stream()
                    .filter(version::collides)
                    .forEach(other -> problems.add(overlap(other, version)));
            earlier.stream()
                    .filter(version::meets)
                    .filter(other -> !other.calendar().equals(version.calendar()))
                    .findFirst()
                    .ifPresent(other -> problems.add(calendar(other, version)));
            List<FiledVersion> line = earlier.stream().filter(version::isOfLine).toList();
            if (!line.isEmpty() && line.stream().allMatch(other -> isGap(other, version))) {
                problems.add(gap(line.getLast(), version));
            }
        }
        return problems;
    }

    private static boolean isGap(FiledVersion earlier, FiledVersion later) {
        return !earlier.days().overlaps(later.days()) && !earlier.days().isFollowedBy(later.days());
    }

    /// A school year or cycle means one thing in one province: sums could not be added up else.
    private static FileProblem calendar(FiledVersion earlier, FiledVersion later) {
        String other = earlier.heading().id();
        return new FileProblem(
                later.file(),
                "/calendar",
                new Text(
                        "与同一辖区内的“" + other + "”学年或周期不同。",
                        "Its school years or cycles are not those of “"
                                + other
                                + "”, which holds in the same place."),
                new Text("与“" + other + "”的 calendar 一致", "state the calendar of “" + other + "”"));
    }

    private static FileProblem overlap(FiledVersion earlier, FiledVersion later) {
        String other = earlier.heading().id();
        return new FileProblem(
                later.file(),
                PLACE,
                new Text(
                        "与“" + other + "”同时有效。",
                        "It is in force on days on which “" + other + "” is, too."),
                new Text(
                        "让一个版本在另一个开始的前一天结束(effective)",
                        "let one version end on the day before the other begins (effective)"));
    }

    private static FileProblem gap(FiledVersion earlier, FiledVersion later) {
        String other = earlier.heading().id();
        String ends = earlier.days().to().toString();
        String next = earlier.days().to().plusDays(1).toString();
        return new FileProblem(
                later.file(),
                PLACE,
                new Text(
                        "“" + other + "”到 " + ends + " 为止,其后有几天没有规定。",
                        "“" + other + "” ends on " + ends + ": the days after that have no rules."),
                new Text("从 " + next + " 开始", "begin on " + next));
    }
}
