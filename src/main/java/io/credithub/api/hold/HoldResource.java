package io.credithub.api.hold;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.BankRequests;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Page;
import io.credithub.api.parameter.QuestionDoor;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.HoldCode;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Role;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.hold.DecideHolds;
import io.credithub.flow.hold.DecideHolds.HoldRefusal;
import io.credithub.flow.hold.DecideHolds.HoldRequest;
import io.credithub.flow.hold.Holds;
import io.credithub.flow.hold.Holds.HoldCount;
import io.credithub.flow.hold.Holds.HoldFilter;
import io.credithub.flow.hold.Holds.PlacedHold;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Records that earn nothing until a registrar decides. One out of sight is answered exactly like
/// one that does not exist.
@Path("/api/v1/holds")
@Tag(name = "holds")
public final class HoldResource {
    private final Holds holds;
    private final DecideHolds decide;
    private final Feeds feeds;
    private final QuestionDoor door;
    private final Callers callers;

    HoldResource(Holds holds, DecideHolds decide, Feeds feeds, QuestionDoor door, Callers callers) {
        this.holds = holds;
        this.decide = decide;
        this.feeds = feeds;
        this.door = door;
        this.callers = callers;
    }

    /// @param decision a suspected copy is `SAME` or `DIFFERENT`; anything else `RELEASE` or
    ///   `REFUSE`
    /// @param reason for which somebody answers
    public record HoldAnswer(
            @Schema(examples = "RELEASE", implementation = HoldDecision.class)
                    @Nullable String decision,
            @Schema(examples = "已核对参训学员花名表") @Nullable String reason) {}

    /// @param ids keys of records, at most 500
    public record HoldAnswers(
            @Nullable List<String> ids,
            @Schema(implementation = HoldDecision.class) @Nullable String decision,
            @Nullable String reason) {}

    /// What became of one of many.
    ///
    /// @param state where matching has put it; absent if nothing was decided
    /// @param code of the problem; absent if it was decided
    public record HoldResult(UUID id, @Nullable VersionState state, @Nullable String code) {}

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "暂挂的记录,先到的在前;已处理的,后处理的在前 · Held records, the first to come first; decided"
                            + " ones, the last decided first")
    public Uni<Page<HoldView>> list(@BeanParam HoldQuestion asked) {
        int most = Page.limit(asked.limit);
        HoldFilter filter = asked.filter(callers.view(), feeds);
        Holds.HoldCursor after = asked.after();
        return door.ask(
                        "holds",
                        Arrays.asList(filter, after, most),
                        () -> holds.list(filter, after, most + 1))
                .map(found -> Page.of(found, most, last -> HoldQuestion.cursor(last.place())))
                .map(page -> page.map(PlacedHold::hold).map(HoldView::of));
    }

    @GET
    @Path("/summary")
    @Unaudited("counts by reason, feed and county: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "暂挂的记录,按原因、来源和县统计 · Held records by reason, feed and county")
    public Uni<List<HoldCount>> summary() {
        Jurisdiction within = callers.view();
        return door.ask("counts of holds", List.of(within), () -> holds.summary(within));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "一条暂挂的记录:双方所载、原因、处理经过 · A held record: what both sides state, why, and its"
                            + " history")
    public Uni<HoldView> one(@PathParam("id") String id) {
        return file(BankRequests.id(id));
    }

    private Uni<HoldView> file(UUID id) {
        return holds.find(id, callers.view())
                .map(found -> {
                    if (found == null) throw new ProblemException(ProblemCode.NOT_FOUND);
                    return HoldView.of(found);
                });
    }

    @POST
    @Path("/{id}/decision")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "处理一条暂挂的记录,学分随之变动;重新处理即为更正 · Decides about a held record; the credits"
                            + " follow. To undo it, decide anew",
            description =
                    "疑似重复的:SAME 同一培训、DIFFERENT 不同培训;其他的:RELEASE 放行、REFUSE 不予认定 · A suspected"
                            + " copy: SAME or DIFFERENT; anything else: RELEASE or REFUSE")
    public Uni<HoldView> decide(@PathParam("id") String id, @Nullable HoldAnswer body) {
        UUID record = BankRequests.id(id);
        if (body == null) throw ProblemException.badParameter("decision", ExpectedValue.NEEDED);
        HoldRequest request = request(body.decision(), body.reason());
        return decide.decide(request, List.of(record))
                .map(told -> Objects.requireNonNull(told.get(record)))
                .chain(outcome ->
                        switch (outcome) {
                            case Outcome.Done<VersionState, HoldRefusal> _ -> file(record);
                            case Outcome.NotFound<VersionState, HoldRefusal> _ ->
                                    throw new ProblemException(ProblemCode.NOT_FOUND);
                            case Outcome.Refused<VersionState, HoldRefusal>(HoldRefusal why) ->
                                    throw new ProblemException(HoldCode.of(why));
                        });
    }

    @POST
    @Path("/decisions")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "一并处理多条,至多500条,逐条答复 · Decides about up to 500, and answers each: those that"
                            + " nothing is wrong with are decided, whatever becomes of the others")
    public Uni<List<HoldResult>> decideAll(@Nullable HoldAnswers body) {
        if (body == null) throw ProblemException.badParameter("ids", ExpectedValue.NEEDED);
        Set<UUID> records = records(body.ids());
        HoldRequest request = request(body.decision(), body.reason());
        return decide.decide(request, records).map(told -> results(records, told));
    }

    private HoldRequest request(@Nullable String decision, @Nullable String reason) {
        String why = BankRequests.text(reason, "reason");
        for (HoldDecision one : HoldDecision.values()) {
            if (!one.name().equals(decision)) continue;
            return new HoldRequest(callers.view(), callers.caller().key(), one, why);
        }
        throw ProblemException.badParameter(
                "decision", decision, ExpectedValue.oneOf(HoldDecision.values()));
    }

    private static Set<UUID> records(@Nullable List<String> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > DecideHolds.AT_ONCE_MAX) {
            throw ProblemException.badParameter(
                    "ids",
                    ids == null ? null : ids.size(),
                    ExpectedValue.between(1, DecideHolds.AT_ONCE_MAX));
        }
        Set<UUID> records = new LinkedHashSet<>();
        for (String id : ids) {
            if (id == null) throw ProblemException.badParameter("ids");
            records.add(BankRequests.id(id));
        }
        return records;
    }

    private static List<HoldResult> results(
            Set<UUID> records, Map<UUID, Outcome<VersionState, HoldRefusal>> told) {
        List<HoldResult> results = new ArrayList<>(records.size());
        for (UUID record : records) {
            results.add(
                    switch (Objects.requireNonNull(told.get(record))) {
                        case Outcome.Done<VersionState, HoldRefusal>(VersionState now) ->
                                new HoldResult(record, now, null);
                        case Outcome.NotFound<VersionState, HoldRefusal> _ ->
                                new HoldResult(record, null, ProblemCode.NOT_FOUND.code());
                        case Outcome.Refused<VersionState, HoldRefusal>(HoldRefusal why) ->
                                new HoldResult(record, null, HoldCode.of(why).code());
                    });
        }
        return results;
    }
}
