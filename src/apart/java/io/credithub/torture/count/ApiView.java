package io.credithub.torture.count;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.torture.count.Expected.DeliveryKey;
import io.credithub.torture.count.Expected.RecordKey;
import io.credithub.torture.count.FoundRecords.FoundDelivery;
import io.credithub.torture.count.FoundRecords.FoundEntries;
import io.credithub.torture.hub.HubApi;
import io.credithub.torture.load.RecordMaker;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What the hub says of itself: its deliveries, their findings, and the statement of each teacher.
public final class ApiView {
    private static final String CYCLE = "2022";
    private static final String PAGE = "limit=500";

    private final HubApi api;
    private final FoundRecords found = FoundRecords.empty("API", false);

    public ApiView(HubApi api) {
        this.api = api;
    }

    public FoundRecords look() throws IOException, InterruptedException {
        List<Long> rejecting = new ArrayList<>();
        api.each("/api/v1/deliveries?" + PAGE, delivery -> note(delivery, rejecting));
        for (long number : rejecting) {
            api.each(
                    "/api/v1/deliveries/" + number + "/findings?" + PAGE,
                    finding -> noteFinding(number, finding));
        }
        for (int i = 0; i < RecordMaker.KNOWN + RecordMaker.LATE; i++) {
            String teacher = RecordMaker.teacherNo(i);
            JsonNode statement =
                    api.get("/api/v1/teachers/" + teacher + "/statement?cycle=" + CYCLE);
            statement.path("entries").forEach(this::noteEntry);
            found.addCredits(teacher, hundredths(statement.path("standing").path("earned")));
        }
        return found;
    }

    /// What the hub says of its whole: the chain of the ledger, and the invariants about itself.
    /// Sources may well declare what nobody can receive, since some of their records are broken.
    public List<String> complaints() throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        if (!api.get("/api/v1/ledger/proof").path("whole").asBoolean()) {
            complaints.add("the chain of the ledger is broken");
        }
        JsonNode proof = api.get("/api/v1/reconciliation?recount=true");
        if (!proof.path("holds").asBoolean()) complaints.add("the reconciliation does not hold");
        proof.path("invariants")
                .forEach(invariant -> {
                    boolean isOfHub = invariant.path("about").asText().equals("HUB");
                    if (isOfHub && !invariant.path("holds").asBoolean()) {
                        complaints.add("broken: " + invariant);
                    }
                });
        return complaints;
    }

    private void note(JsonNode delivery, List<Long> rejecting) {
        if (delivery.path("replay").isObject()) return;
        JsonNode records = delivery.path("records");
        long number = delivery.path("delivery").asLong();
        if (records.path("rejected").asLong() > 0) rejecting.add(number);
        found.add(
                new DeliveryKey(delivery.path("feed").asText(), delivery.path("sha256").asText()),
                new FoundDelivery(
                        number,
                        delivery.path("finishedAt").isTextual(),
                        records.path("received").asLong(),
                        records.path("accepted").asLong(),
                        records.path("rejected").asLong(),
                        records.path("duplicate").asLong(),
                        records.path("waiting").asLong()));
    }

    private void noteFinding(long delivery, JsonNode finding) {
        boolean rejects = finding.path("rejects").asBoolean();
        if (rejects) found.addRejected(delivery, finding.path("recordId").asText());
    }

    private void noteEntry(JsonNode entry) {
        JsonNode origin = entry.path("provenance");
        boolean isAward = entry.path("kind").asText().equals("AWARD");
        found.addEntries(
                new RecordKey(origin.path("feed").asText(), origin.path("recordId").asText()),
                new FoundEntries(isAward ? 1 : -1, hundredths(entry.path("credits"))));
    }

    private static long hundredths(JsonNode credits) {
        return new BigDecimal(credits.asText("0")).movePointRight(2).longValueExact();
    }
}
