package io.credithub.api.review;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.parameter.QuestionDoor;
import io.credithub.domain.Sha256;
import io.credithub.flow.access.Role;
import io.credithub.flow.review.SignOff;
import io.credithub.flow.review.SignOff.SignOffKey;
import io.credithub.flow.review.SignOffChanges;
import io.credithub.flow.review.SignOffChanges.ChangeQuestion;
import io.credithub.flow.review.SignOffs;
import io.credithub.flow.review.SignedPackage;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A statement as the file that an office keeps, and what has come since.
@Path("/api/v1/sign-offs/{id}")
@Tag(name = "sign-off")
public final class SignOffFileResource {
    private static final int NOT_MODIFIED = 304;
    private static final String ZIP = "application/zip";

    private final SignOffs signOffs;
    private final SignOffChanges changes;
    private final QuestionDoor door;
    private final Callers callers;

    SignOffFileResource(
            SignOffs signOffs, SignOffChanges changes, QuestionDoor door, Callers callers) {
        this.signOffs = signOffs;
        this.changes = changes;
        this.door = door;
        this.callers = callers;
    }

    private Uni<SignOff> known(String id) {
        return signOffs.find(SignOffResource.id(id), callers.view()).map(BankRequests::known);
    }

    @GET
    @Path("/file")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "对账表归档文件(ZIP):清单、各文件、签名与公钥,可离线核验;未审结的没有签名 · The statement as a file"
                            + " to keep: manifest, parts, signature and key; without a signature"
                            + " until it is concluded")
    @APIResponse(
            responseCode = "200",
            description = "文件 · The file",
            content =
                    @Content(
                            mediaType = ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> file(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        return known(id)
                .chain(one ->
                        signOffs.files(one.id())
                                .map(BankRequests::known)
                                .map(files -> answer(one, SignedPackage.of(files), known)));
    }

    private static Response answer(SignOff one, byte[] zip, @Nullable String known) {
        String sha256 = Sha256.hex(zip);
        String tag = "\"" + sha256 + "\"";
        if (tag.equals(known)) {
            return Response.status(NOT_MODIFIED).header(HttpHeaders.ETAG, tag).build();
        }
        byte[] digest = HexFormat.of().parseHex(sha256);
        return Response.ok(zip, ZIP)
                .header(HttpHeaders.ETAG, tag)
                .header("X-Content-SHA256", sha256)
                .header(
                        "Repr-Digest",
                        "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(one))
                .build();
    }

    private static String disposition(SignOff one) {
        SignOffKey about = one.about();
        return "attachment; filename=\"sign-off-%s-%d-v%d%s.zip\""
                .formatted(
                        about.division(),
                        about.schoolYear(),
                        about.version(),
                        one.proof() == null ? "-unsigned" : "");
    }

    @GET
    @Path("/changes")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "签署后的调整:各指标签署数与现数之差、其后的账目及所涉教师 · What is other now than in it: figures,"
                            + " lines of the ledger since, and whose they are")
    public Uni<SignOffChangesView> changes(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        int after = Math.clamp(Cursor.number(cursor, 0), 0, Integer.MAX_VALUE);
        return known(id)
                .chain(one -> {
                    SignOffKey about = one.about();
                    ChangeQuestion question =
                            new ChangeQuestion(
                                    about.division(),
                                    about.schoolYear(),
                                    one.ledgerSeq(),
                                    after,
                                    most + 1);
                    return door.ask(
                                    "changes since a sign-off",
                                    List.of(question),
                                    () -> changes.since(question))
                            .map(since ->
                                    SignOffChangesView.of(
                                            one,
                                            since,
                                            Page.of(
                                                    since.teachers(),
                                                    most,
                                                    last -> Cursor.of(last.teacher()))));
                });
    }
}
