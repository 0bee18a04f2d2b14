package io.credithub.api.programme;

import io.credithub.api.body.BodyLimit;
import io.credithub.api.body.BufferedBody;
import io.credithub.api.body.TakenBody;
import io.credithub.api.body.Takes;
import io.credithub.api.delivery.FindingView;
import io.credithub.api.parameter.FileCharset;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.problem.RegisterCode;
import io.credithub.flow.access.Role;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.register.ImportProgrammes;
import io.credithub.flow.register.ImportProgrammes.ImportRefusal;
import io.credithub.flow.register.ImportProgrammes.ImportReport;
import io.credithub.flow.register.ImportProgrammes.ProgrammeFile;
import io.credithub.flow.result.Outcome;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Files of the programme register, in. Doing it twice is harmless.
@Takes(BodyLimit.PROGRAMMES)
@Path("/api/v1/programmes/imports")
@Tag(name = "programmes")
public final class ProgrammeImportResource {
    private static final String SNAPSHOT = "snapshot";
    private static final String DELTA = "delta";
    private static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportProgrammes programmes;
    private final RegisterRequests requests;
    private final TakenBody body;

    ProgrammeImportResource(
            ImportProgrammes programmes, RegisterRequests requests, TakenBody body) {
        this.programmes = programmes;
        this.requests = requests;
        this.body = body;
    }

    /// What a request says of the file that it brings.
    static final class ImportParameters {
        @QueryParam("mode")
        @DefaultValue(DELTA)
        @Parameter(
                description =
                        "delta:只改所列项目;snapshot:全部项目,未列的自今日后终止 · delta: what is listed;"
                                + " snapshot: the whole register, what is left out ends")
        String mode = DELTA;

        @QueryParam("reason")
        @Parameter(description = "事由,必填 · Why; needed")
        @Nullable String reason;

        @QueryParam("charset")
        @Parameter(description = "文件编码;也可写在 Content-Type 中 · The file's encoding")
        @Nullable String charset;

        @QueryParam("sheet")
        @Parameter(description = "工作簿中的工作表名,不填为第一张 · The sheet of a workbook; left out: its first")
        @Nullable String sheet;

        @QueryParam("dryRun")
        @DefaultValue("false")
        @Parameter(description = "只预览,不生效 · Tells what would happen, keeps nothing")
        boolean tellOnly;

        @HeaderParam("Content-Type")
        @Nullable MediaType contentType;

        boolean isSnapshot() {
            if (!mode.equals(SNAPSHOT) && !mode.equals(DELTA)) {
                throw ProblemException.badParameter(
                        "mode", mode, ExpectedValue.oneOf(DELTA, SNAPSHOT));
            }
            return mode.equals(SNAPSHOT);
        }
    }

    /// What became of it. `added + updated + revived + unchanged + refused = rows`.
    ///
    /// @param ended entries that a whole register leaves out
    /// @param endsNothing a row of the whole register was refused, so none has ended
    public record ImportView(
            RegisterChangeView register,
            long rows,
            long added,
            long updated,
            long revived,
            long unchanged,
            long ended,
            long refused,
            boolean endsNothing,
            List<FindingView> findings) {
        static ImportView of(ImportReport report) {
            return new ImportView(
                    RegisterChangeView.of(report.changed()),
                    report.rows(),
                    report.added(),
                    report.updated(),
                    report.revived(),
                    report.unchanged(),
                    report.ended(),
                    report.refused(),
                    report.endsNothing(),
                    report.findings().stream().map(FindingView::of).toList());
        }
    }

    @POST
    @Blocking
    @Consumes({"text/csv", WORKBOOK})
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "导入项目库 · Takes in the register of programmes",
            description =
                    "CSV(UTF-8 或 GB18030)或 XLSX,至多 64 MiB,可用 gzip;有误的行单独拒收 · CSV or a"
                            + " workbook, with a header; a row that is wrong is refused alone")
    @APIResponse(
            responseCode = "200",
            description = "逐行结果 · What became of its rows",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ImportView.class)))
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = WORKBOOK,
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    public Uni<Response> take(@BeanParam ImportParameters asked) {
        Deciding deciding = requests.deciding(asked.reason);
        boolean isSnapshot = asked.isSnapshot();
        String charset = FileCharset.of(asked.charset, asked.contentType, programmes::knows);
        BufferedBody spooled = body.taken();
        ProgrammeFile file =
                new ProgrammeFile(spooled, charset, asked.sheet, isSnapshot, asked.tellOnly);
        return Uni.createFrom()
                .deferred(() -> programmes.take(file, deciding))
                .map(ProgrammeImportResource::answer)
                .onTermination()
                .invoke(spooled::close);
    }

    private static Response answer(Outcome<ImportReport, ImportRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<ImportReport, ImportRefusal>(ImportReport report) ->
                    RegisterChangeView.answer(report.changed(), ImportView.of(report));
            case Outcome.Refused<ImportReport, ImportRefusal>(ImportRefusal why) ->
                    throw switch (why) {
                        case ImportRefusal.FileUnreadable not -> ProblemException.of(not.why());
                        case ImportRefusal.RegisterRefuses not ->
                                new ProblemException(RegisterCode.of(not.why()));
                    };
            case Outcome.NotFound<ImportReport, ImportRefusal> _ ->
                    throw new ProblemException(ProblemCode.NOT_FOUND);
        };
    }
}
