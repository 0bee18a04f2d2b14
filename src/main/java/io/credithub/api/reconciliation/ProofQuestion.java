package io.credithub.api.reconciliation;

import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What a caller may ask of the proof. Filled in by the framework.
public final class ProofQuestion {
    /// The tables that there are.
    enum ProofScope {
        ALL,
        FEED,
        COUNTY,
        YEAR,
        DELIVERY
    }

    @QueryParam("by")
    @Parameter(
            description = "按数据源、县、学年或批次 · Which table; all summaries without it",
            schema = @Schema(enumeration = {"feed", "county", "year", "delivery"}))
    @Nullable String by;

    @QueryParam("format")
    @Parameter(
            description = "也可用 Accept: text/csv · Or ask with Accept",
            schema = @Schema(enumeration = {"json", "csv"}))
    @Nullable String format;

    @QueryParam("bom")
    @Parameter(description = "CSV 加 BOM,供 Excel 使用 · A byte order mark for Excel")
    boolean bom;

    @QueryParam("recount")
    @Parameter(description = "逐条重数并核对 · Also counts every record and entry afresh, and compares")
    boolean recount;

    @QueryParam("cursor")
    @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue(Page.LIMIT)
    int limit;

    @HeaderParam("Accept")
    @Parameter(hidden = true)
    @Nullable String accept;

    ProofScope by() {
        return switch (by) {
            case null -> ProofScope.ALL;
            case "feed" -> ProofScope.FEED;
            case "county" -> ProofScope.COUNTY;
            case "year" -> ProofScope.YEAR;
            case "delivery" -> ProofScope.DELIVERY;
            default ->
                    throw ProblemException.badParameter(
                            "by", by, ExpectedValue.oneOf("feed", "county", "year", "delivery"));
        };
    }

    private boolean asksForCsv() {
        String first = accept == null ? "" : accept.split("[,;]", 2)[0].strip();
        return first.equalsIgnoreCase("text/csv");
    }

    boolean wantsCsv() {
        return switch (format) {
            case null -> asksForCsv();
            case "csv" -> true;
            case "json" -> false;
            default ->
                    throw ProblemException.badParameter(
                            "format", format, ExpectedValue.oneOf("json", "csv"));
        };
    }
}
