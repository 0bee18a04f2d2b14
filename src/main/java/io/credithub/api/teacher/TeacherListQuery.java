package io.credithub.api.teacher;

import io.credithub.api.parameter.AskedChoice;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.StorableText;
import io.credithub.domain.Text;
import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.flow.roster.RosterRow.TeacherStatus;
import io.credithub.flow.statement.TeacherLists.ListKey;
import io.credithub.flow.statement.TeacherLists.ListOrder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What a caller may ask of the list of teachers. Filled in by the framework.
public final class TeacherListQuery {
    static final int TEXT_LENGTH_MAX = 100;

    private static final Text PART =
            new Text(
                    "填写 1 至 100 个字符,首尾无空格",
                    "write 1 to 100 characters, without spaces around them");

    @QueryParam("division")
    @Parameter(description = "六位行政区划代码,本辖区以内 · Six digits, within the caller's view")
    @Nullable String division;

    @QueryParam("school")
    @Parameter(description = "学校代码;借调等教师属原单位 · Code of the school that teachers belong to")
    @Nullable String school;

    @QueryParam("name")
    @Parameter(description = "姓名或其一部分 · A name, or a part of it")
    @Nullable String name;

    @QueryParam("state")
    @Parameter(
            description = "花名册状态 · The state on the roster",
            schema = @Schema(implementation = TeacherStatus.class))
    @Nullable String state;

    @QueryParam("verdict")
    @Parameter(
            description = "结论 · What is said of the teacher",
            schema = @Schema(implementation = TeacherVerdict.class))
    @Nullable String verdict;

    @QueryParam("schoolYear")
    @Parameter(
            description =
                    "学年的首年;与 cycle 二选一,均不填为当前学年 · The first year of a school year; the running"
                            + " one if neither it nor a cycle is named")
    @Nullable Integer schoolYear;

    @QueryParam("cycle")
    @Parameter(description = "周期首学年 · The first school year of a cycle")
    @Nullable Integer cycle;

    @QueryParam("sort")
    @DefaultValue("number")
    @Parameter(
            description = "排序;前加 - 为倒序 · By what; the other way round with a - before it",
            schema =
                    @Schema(
                            enumeration = {
                                "number",
                                "name",
                                "school",
                                "missing",
                                "-number",
                                "-name",
                                "-school",
                                "-missing"
                            }))
    String sort = "number";

    @QueryParam("cursor")
    @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue(Page.LIMIT)
    int limit;

    @Nullable TeacherStatus state() {
        return AskedChoice.one("state", state, TeacherStatus.values());
    }

    @Nullable TeacherVerdict verdict() {
        return AskedChoice.one("verdict", verdict, TeacherVerdict.values());
    }

    @Nullable String name() {
        return part("name", name);
    }

    @Nullable String school() {
        return part("school", school);
    }

    private static @Nullable String part(String parameter, @Nullable String text) {
        if (text == null) return null;
        boolean isFit =
                !text.isEmpty()
                        && text.length() <= TEXT_LENGTH_MAX
                        && text.strip().equals(text)
                        && StorableText.isStorable(text);
        if (isFit) return text;
        throw ProblemException.badParameter(parameter, text, PART);
    }

    ListOrder order() {
        boolean isDescending = sort.startsWith("-");
        String key = isDescending ? sort.substring(1) : sort;
        for (ListKey one : ListKey.values()) {
            if (written(one).equals(key)) return new ListOrder(one, isDescending);
        }
        throw ProblemException.badParameter(
                "sort",
                sort,
                ExpectedValue.oneOf(
                        Stream.of("", "-")
                                .flatMap(sign ->
                                        Stream.of(ListKey.values()).map(one -> sign + written(one)))
                                .toList()));
    }

    private static String written(ListKey key) {
        return key.name().toLowerCase(Locale.ROOT);
    }
}
