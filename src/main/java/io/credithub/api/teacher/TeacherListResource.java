package io.credithub.api.teacher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.StorableText;
import io.credithub.domain.Text;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Role;
import io.credithub.flow.access.TeacherSight;
import io.credithub.flow.statement.ListTeachers;
import io.credithub.flow.statement.TeacherLists.ListKey;
import io.credithub.flow.statement.TeacherLists.ListOrder;
import io.credithub.flow.statement.TeacherLists.ListPlace;
import io.credithub.flow.statement.TeacherLists.ListedTeacher;
import io.credithub.flow.statement.TeacherLists.TeacherFilter;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Everybody on the roster by what is said of them, with records or without. A school sees its own.
@Path("/api/v1/teachers")
@Tag(name = "registry")
public final class TeacherListResource {
    private static final int PLACE_PARTS = 4;
    private static final Text ONE_OF_TWO =
            new Text("schoolYear 与 cycle 只填其一", "name a school year or a cycle, not both");

    private final ListTeachers lists;
    private final Callers callers;

    TeacherListResource(ListTeachers lists, Callers callers) {
        this.lists = lists;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.SCHOOL, Role.OPERATOR})
    @Operation(
            summary =
                    "教师名单:按区划、学校、姓名、状态与结论,附各结论人数 · Teachers by division, school, name, state and"
                            + " verdict, with how many there are of each verdict",
            description =
                    "花名册上每人一行,有无记录均列;列至所属学校(借调等属原单位)。counts 不受 verdict 筛选影响;pending 为尚未计入的变动数 ·"
                        + " Everybody on the roster stands in one row, with records or without, at"
                        + " the school that they belong to. The counts are of all verdicts; pending"
                        + " says how many changes are not in yet")
    public Uni<TeacherListView> list(@BeanParam TeacherListQuery asked) {
        int most = Page.limit(asked.limit);
        ListOrder order = asked.order();
        TeacherFilter filter = filter(asked);
        return lists.tell(filter, order, after(asked.cursor, order.by()), most + 1)
                .map(page -> {
                    Page<ListedTeacher> cut =
                            Page.of(page.page().teachers(), most, last -> cursor(last, order.by()));
                    return TeacherListView.of(filter, page, cut.items(), cut.next());
                });
    }

    private TeacherFilter filter(TeacherListQuery asked) {
        TeacherSight sight = callers.sight();
        if (asked.schoolYear != null && asked.cycle != null) {
            throw ProblemException.badParameter("cycle", asked.cycle, ONE_OF_TWO);
        }
        Integer year = asked.cycle == null ? year(asked.schoolYear) : null;
        int cycle = year == null ? cycle(asked.cycle) : lists.cycleOf(year);
        return new TeacherFilter(
                new TeacherSight(within(asked.division, sight), school(asked.school(), sight)),
                cycle,
                year,
                asked.name(),
                asked.state(),
                asked.verdict());
    }

    /// @param division absent: all of the caller's
    /// @throws ProblemException if it is none, or not the caller's: nobody can tell the difference
    private static Jurisdiction within(@Nullable String division, TeacherSight sight) {
        if (division == null) return sight.within();
        try {
            Jurisdiction asked = new Jurisdiction(division);
            if (asked.prefix().startsWith(sight.within().prefix())) return asked;
        } catch (IllegalArgumentException notADivision) {
            // the same answer as for one of others
        }
        throw ProblemException.badParameter("division", division, ExpectedValue.DIVISION);
    }

    /// @throws ProblemException if a school asks for another
    private static @Nullable String school(@Nullable String asked, TeacherSight sight) {
        String own = sight.school();
        if (own == null || asked == null) return own == null ? asked : own;
        if (own.equals(asked)) return own;
        throw ProblemException.badParameter("school", asked, ExpectedValue.oneOf(own));
    }

    private int year(@Nullable Integer asked) {
        List<Integer> known = lists.schoolYears();
        int year = asked == null ? lists.schoolYear() : asked;
        if (known.contains(year)) return year;
        throw ProblemException.badParameter(
                "schoolYear", year, ExpectedValue.between(known.getFirst(), known.getLast()));
    }

    private int cycle(@Nullable Integer asked) {
        List<Integer> known = lists.cycles();
        if (asked != null && known.contains(asked)) return asked;
        throw ProblemException.badParameter(
                "cycle",
                asked,
                ExpectedValue.oneOf(known.stream().map(one -> Integer.toString(one)).toList()));
    }

    /// With what the list is sorted by, so that it does not go on in another order.
    private static String cursor(ListedTeacher last, ListKey by) {
        ListPlace place = last.place(by);
        String key = HexFormat.of().formatHex(place.key().getBytes(UTF_8));
        return Cursor.of("teachers", by.name(), key, place.teacher());
    }

    private static @Nullable ListPlace after(@Nullable String cursor, ListKey by) {
        if (cursor == null) return null;
        try {
            String[] parts = Cursor.parts(cursor, PLACE_PARTS);
            String key = new String(HexFormat.of().parseHex(parts[2]), UTF_8);
            boolean isOurs =
                    parts[0].equals("teachers")
                            && parts[1].equals(by.name())
                            && StorableText.isStorable(key);
            if (by == ListKey.MISSING) Integer.parseInt(key);
            if (isOurs) return new ListPlace(key, Integer.parseInt(parts[3]));
        } catch (IllegalArgumentException notOurs) {
            // the same answer as for a cursor of another order
        }
        throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
    }
}
