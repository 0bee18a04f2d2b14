package io.credithub.flow.recognition;

import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.fakes.InMemoryClaims;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Caller;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.reading.StrictJson;
import io.credithub.flow.recognition.TeacherDirectory.Colleague;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.result.Unavailable;
import io.credithub.flow.teacher.Registry;
import io.credithub.flow.teacher.Registry.RegisteredTeacher;
import io.credithub.mapping.contract.Canonical;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Claims of the school S-1 in the county 140105, over one registry in memory. What is pushed is
/// posted at once, unless the way is closed.
final class ClaimDesk {
    static final Jurisdiction COUNTY = new Jurisdiction("140105");
    static final Caller SCHOOL =
            new Caller("school", new Permission.SchoolPermission("S-1", COUNTY));
    static final Caller OFFICE = new Caller("office", new Permission.Registrar(COUNTY));
    final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
    final InMemoryClaims claims = new InMemoryClaims(flow.stores().clock());
    final List<Delivery> pushed = new ArrayList<>();
    private final Mapping canonical = _ -> (raw, today) -> Canonical.read(raw.fields(), today);
    private final ClaimCheck check =
            new ClaimCheck(
                    canonical, flow.stores().policies(), new Roster(), flow.stores().clock());
    private final ClaimQuery query =
            new ClaimQuery(claims, check, flow.stores().registry(), flow.stores().policies());
    final PushDecisions pushes = new PushDecisions(claims, this::push);
    final SubmitClaim submitting = new SubmitClaim(claims, check, query);
    private final DecideClaim deciding = new DecideClaim(claims, check, pushes, query);
    boolean isClosed;

    ClaimDesk() {
        flow.enrol(aTeacher("T-1").build(), aTeacher("T-2").at("S-2").build());
    }

    /// The teachers of the roster.
    private final class Roster implements TeacherDirectory {
        @Override
        public Uni<Map<String, Colleague>> find(Collection<String> teacherNos) {
            return Uni.createFrom()
                    .item(() -> {
                        Map<String, Colleague> found = new HashMap<>();
                        for (String number : teacherNos) {
                            done(flow.stores().registry().find(number, Jurisdiction.NATION))
                                    .map(RegisteredTeacher::profile)
                                    .ifPresent(profile -> found.put(number, colleague(profile)));
                        }
                        return found;
                    });
        }

        private static Colleague colleague(Registry.Profile profile) {
            return new Colleague(profile.name(), profile.schoolCode(), profile.division());
        }
    }

    private Uni<Receipt> push(Delivery delivery) {
        return Uni.createFrom()
                .item(() -> {
                    if (isClosed) throw new Unavailable("the way is closed");
                    pushed.add(delivery);
                    return new Receipt(
                            pushed.size(), delivery.feed(), "", 1, 1, Instant.EPOCH, false, null);
                });
    }

    static JsonNode body(String title, String more) {
        String json =
                """
                {"category":"PAPER","rank":"CITY","title":"%s","level":"CITY",
                 "completedOn":"2023-05-10","participants":[{"teacherNo":"T-1"}],
                 "evidence":[{"kind":"CERTIFICATE","reference":"C-1"}]%s}\
                """
                        .formatted(title, more);
        if (StrictJson.read(json) instanceof StrictJson.Parsed.ParsedValue(var node)) return node;
        throw new AssertionError(json);
    }

    Outcome<ActedClaim, ClaimRefusal> submit(String title, @Nullable String key) {
        return done(submitting.submit(SCHOOL, body(title, ""), key));
    }

    ClaimNumber submitted() {
        return told(submit("论文", null)).claim().number();
    }

    static ToldClaim told(Outcome<ActedClaim, ClaimRefusal> outcome) {
        return ((Outcome.Done<ActedClaim, ClaimRefusal>) outcome).value().claim();
    }

    Outcome<ActedClaim, ClaimRefusal> decide(Caller caller, ClaimNumber number, ClaimAction act) {
        String note = act.needsReason() ? "理由" : null;
        return done(
                deciding.decide(
                        caller, number, new DecideClaim.ClaimVerdict(act, note, null, null)));
    }

    Outcome<ActedClaim, ClaimRefusal> decide(ClaimNumber number, DecideClaim.ClaimVerdict verdict) {
        return done(deciding.decide(OFFICE, number, verdict));
    }

    ToldClaim tell(ClaimNumber number, Caller caller) {
        return done(query.tell(number, Visibility.of(caller.grant()))).orElseThrow();
    }

    ClaimState state(ClaimNumber number) {
        return done(claims.find(number, Visibility.of(OFFICE.grant()))).orElseThrow().state();
    }

    /// What it came to.
    static String text(Outcome<ActedClaim, ClaimRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<ActedClaim, ClaimRefusal>(ActedClaim(var told, boolean repeated)) ->
                    told.claim().state() + (repeated ? " again" : "");
            case Outcome.NotFound<ActedClaim, ClaimRefusal> _ -> "not there";
            case Outcome.Refused<ActedClaim, ClaimRefusal>(ClaimRefusal why) -> text(why);
        };
    }

    private static String text(ClaimRefusal refusal) {
        return switch (refusal) {
            case ClaimRefusal.BarredAction(var why) -> why.name();
            case ClaimRefusal.InvalidClaim(var findings) ->
                    findings.stream()
                            .map(finding -> finding.code() + " " + finding.field())
                            .collect(Collectors.joining(", "));
            case ClaimRefusal.TakenReference(boolean isByKey) ->
                    isByKey ? "key taken" : "reference taken";
            case ClaimRefusal.ChangedMeanwhile() -> "changed";
        };
    }
}
