package io.credithub.api.breaks;

import io.credithub.api.parameter.AskedChoice;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.breaks.BreakAge;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What a caller may ask of the list of breaks. Filled in by the framework.
public final class BreakQuery {
    @QueryParam("division")
    @Parameter(description = "六位行政区划代码,本辖区以内 · Six digits, within the caller's view")
    @Nullable String division;

    @QueryParam("schoolYear")
    @Parameter(description = "学年的首年 · The first year of a school year")
    @Nullable Integer schoolYear;

    @QueryParam("code")
    @Parameter(
            description = "差异代码 · The code of a break",
            schema = @Schema(implementation = BreakCode.class))
    @Nullable String code;

    @QueryParam("owner")
    @Parameter(
            description = "责任方 · Whose move it is",
            schema = @Schema(implementation = BreakOwner.class))
    @Nullable String owner;

    @QueryParam("state")
    @Parameter(
            description =
                    "状态;未填为 OPEN,指明教师时为全部 · Without it OPEN; all of them where a teacher is named",
            schema = @Schema(implementation = BreakState.class))
    @Nullable String state;

    @QueryParam("feed")
    @Parameter(description = "记录的数据源 · The feed of the record that it is about")
    @Nullable String feed;

    @QueryParam("teacherNo")
    @Nullable String teacherNo;

    @QueryParam("assignee")
    @Parameter(description = "承办人 · To whom it was given")
    @Nullable String assignee;

    @QueryParam("age")
    @Parameter(
            description = "已有天数 · For how many days it has been open",
            schema = @Schema(enumeration = {"0-7", "8-30", "31-90", "91-180", "181-"}))
    @Nullable String age;

    @QueryParam("format")
    @Parameter(
            description = "也可用 Accept: text/csv · Or ask with Accept",
            schema = @Schema(enumeration = {"json", "csv"}))
    @Nullable String format;

    @QueryParam("bom")
    @Parameter(description = "CSV 加 BOM,供 Excel 使用 · A byte order mark for Excel")
    boolean bom;

    @QueryParam("cursor")
    @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue(Page.LIMIT)
    int limit;

    @HeaderParam("Accept")
    @Parameter(hidden = true)
    @Nullable String accept;

    @Nullable BreakCode code() {
        return AskedChoice.one("code", code, BreakCode.values());
    }

    @Nullable BreakOwner owner() {
        return AskedChoice.one("owner", owner, BreakOwner.values());
    }

    /// Null: any.
    @Nullable BreakState state() {
        if (state == null) return teacherNo == null ? BreakState.OPEN : null;
        return AskedChoice.one("state", state, BreakState.values());
    }

    @Nullable BreakAge age() {
        if (age == null) return null;
        BreakAge known = BreakAge.written(age);
        if (known != null) return known;
        throw ProblemException.badParameter(
                "age",
                age,
                ExpectedValue.oneOf(Stream.of(BreakAge.values()).map(BreakAge::days).toList()));
    }

    boolean wantsCsv() {
        return switch (format) {
            case null -> {
                String first = accept == null ? "" : accept.split("[,;]", 2)[0].strip();
                yield first.equalsIgnoreCase("text/csv");
            }
            case "csv" -> true;
            case "json" -> false;
            default ->
                    throw ProblemException.badParameter(
                            "format", format, ExpectedValue.oneOf("json", "csv"));
        };
    }
}
