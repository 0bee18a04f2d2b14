package io.credithub.api.certificate;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.problem.ProblemAnswers;
import io.credithub.flow.report.ReportLanguage;
import io.credithub.flow.report.verify.VerificationPage;
import io.credithub.flow.report.verify.VerificationPage.WrittenPage;
import io.credithub.flow.report.verify.VerifiedPaper;
import io.credithub.flow.report.verify.VerifiedPaper.UnknownPaper;
import io.credithub.flow.report.verify.VerifyPaper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Where the link and the QR code of a paper lead: whether it is the hub's and holds, without a
/// key. Whoever asks has the paper; a person is told masked, and only by a number that nobody
/// guesses.
@Path("/verify/{number}")
@Tag(name = ProblemAnswers.OPEN)
public final class VerifyResource {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String HTML = "text/html;charset=UTF-8";

    private final VerifyPaper papers;
    private final VerificationPage page;
    private final CurrentVertxRequest current;

    VerifyResource(VerifyPaper papers, VerificationPage page, CurrentVertxRequest current) {
        this.papers = papers;
        this.page = page;
        this.current = current;
    }

    @GET
    @Unaudited("what a paper says to whoever holds it: the person is masked")
    @Produces(HTML)
    @PermitAll
    @Operation(
            summary = "验证纸质证明或报表(网页) · Whether a certificate or report on paper holds: a page",
            description =
                    "编号为证明编号或报表验证码;语言按 Accept-Language · A certificate's number or a report's code;"
                            + " Chinese or English as Accept-Language says")
    @APIResponse(
            responseCode = "200",
            description = "有此件 · It is known",
            content = @Content(mediaType = HTML, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "查无此件,或编号有误 · Nothing is known of it")
    public Uni<Response> page(
            @PathParam("number") String number,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        HttpServerResponse wire = current.getCurrent().response();
        return papers.verify(number).map(paper -> page(paper, languages, wire));
    }

    private Response page(
            VerifiedPaper paper, @Nullable String languages, HttpServerResponse wire) {
        ReportLanguage language = language(languages);
        WrittenPage written = page.of(paper, language);
        wire.putHeader("Content-Security-Policy", written.policy());
        return answer(paper, wire)
                .entity(written.html())
                .type(HTML)
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        language == ReportLanguage.EN ? "en" : "zh-CN")
                .build();
    }

    @GET
    @Unaudited("what a paper says to whoever holds it: the person is masked")
    @Produces("application/json;qs=0.5")
    @PermitAll
    @Operation(summary = "验证纸质证明或报表 · Whether a certificate or report on paper holds")
    @APIResponse(
            responseCode = "200",
            description = "有此件 · It is known",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = VerificationView.class)))
    @APIResponse(
            responseCode = "404",
            description = "查无此件,或编号有误 · Nothing is known of it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = VerificationView.class)))
    public Uni<Response> json(@PathParam("number") String number) {
        HttpServerResponse wire = current.getCurrent().response();
        return papers.verify(number)
                .map(paper ->
                        answer(paper, wire)
                                .entity(VerificationView.of(paper))
                                .type(MediaType.APPLICATION_JSON_TYPE)
                                .build());
    }

    /// What stands in the head already is replaced on the wire: an answer would add a second one,
    /// and of two policies a browser obeys both.
    private static Response.ResponseBuilder answer(VerifiedPaper paper, HttpServerResponse wire) {
        wire.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Response.status(paper instanceof UnknownPaper ? NOT_FOUND : OK)
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .header("X-Robots-Tag", "noindex");
    }

    /// Chinese, unless English is wanted before it.
    static ReportLanguage language(@Nullable String wanted) {
        if (wanted == null) return ReportLanguage.ZH;
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(wanted);
            return ranges.stream()
                    .filter(range -> range.getWeight() > 0)
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight).reversed())
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(tag -> tag.equals("zh") || tag.equals("en"))
                    .findFirst()
                    .filter("en"::equals)
                    .map(_ -> ReportLanguage.EN)
                    .orElse(ReportLanguage.ZH);
        } catch (IllegalArgumentException notLanguages) {
            return ReportLanguage.ZH;
        }
    }
}
