package io.credithub.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.app.command.CalledHub.Said;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `hub subscriptions`, as somebody at an office sees it.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SendingSamples.class)
final class SubscriptionsCommandIT {
    private static final String COUNTY = "140722";

    @Inject ApiKeys keys;

    @TestHTTPResource URI hub = URI.create("http://localhost");
    @TempDir Path folder = Path.of(".");
    private CalledHub called;

    @BeforeEach
    void anOperatorCalls() throws IOException {
        called = CalledHub.in(folder, keys, hub);
    }

    private Said said(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "subscriptions";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return called.said(all);
    }

    private JsonNode json(String... arguments) throws JsonProcessingException {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--output";
        all[arguments.length + 1] = "json";
        Said said = said(all);
        assertThat(said.status()).as(said.err()).isZero();
        return new ObjectMapper().readTree(said.out());
    }

    private String added() throws JsonProcessingException {
        JsonNode added =
                json(
                        "add",
                        "statement",
                        "--scope",
                        COUNTY,
                        "--format",
                        "csv",
                        "--every",
                        "monthly",
                        "--day",
                        "31",
                        "--time",
                        "07:30",
                        "--target",
                        "office");
        return added.get(0).get("id").asText();
    }

    @Test
    void whatIsAddedIsListedAsATableAsCsvAndAsJson() throws JsonProcessingException {
        String id = added();
        Said table = said("list");
        assertThat(table.status()).as(table.err()).isZero();
        assertThat(table.out()).contains("MONTHLY 31 07:30", "office", "ACTIVE", COUNTY);
        assertThat(said().out()).as("without a word it lists").isEqualTo(table.out());
        Said csv = said("list", "--output", "csv");
        assertThat(csv.out())
                .startsWith("编号 id,")
                .contains("\r\n" + id + ",statement," + COUNTY + ",");
        JsonNode all = json("list");
        assertThat(all.findValuesAsText("id")).contains(id);
        assertThat(said("targets").out()).contains("office", "FOLDER", "140700");
    }

    @Test
    void oneThatIsSentNowIsToldWithItsReceipt() throws JsonProcessingException {
        String id = added();
        Said sent = said("send", id);
        assertThat(sent.status()).as(sent.err()).isZero();
        assertThat(sent.out()).contains("SENT", "folder office", "SHA-256", "renamed");
        JsonNode delivery = json("deliveries", id).get(0);
        assertThat(SendingSamples.FOLDER.resolve(delivery.get("fileName").asText())).exists();
        assertThat(sent.out()).contains(delivery.get("receipt").get("sha256").asText());
        assertThat(json("delivery", delivery.get("id").asText()).get(0)).isEqualTo(delivery);
        assertThat(said("deliveries", id, "--dead").out()).contains("没有 none");
    }

    @Test
    void whatIsTriedInVainIsListedAndTriedAgain() throws IOException {
        String id = added();
        Path gone = SendingSamples.FOLDER.resolveSibling("credithub-gone-" + id);
        Files.move(SendingSamples.FOLDER, gone);
        Said dead;
        try {
            dead = said("send", id);
        } finally {
            Files.move(gone, SendingSamples.FOLDER);
        }
        assertThat(dead.status()).isEqualTo(1);
        assertThat(dead.out()).contains("DEAD", "the folder is not there");
        JsonNode listed = json("deliveries", id, "--dead");
        assertThat(listed).hasSize(1);
        Said again = said("retry", listed.get(0).get("id").asText());
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).contains("SENT");
        Said twice = said("retry", listed.get(0).get("id").asText());
        assertThat(twice.status()).isEqualTo(1);
        assertThat(twice.err()).startsWith("HUB-2262");
    }

    @Test
    void oneIsPausedChangedResumedAndRemoved() throws JsonProcessingException {
        String id = added();
        assertThat(json("pause", id).get(0).get("state").asText()).isEqualTo("PAUSED");
        Said paused = said("send", id);
        assertThat(paused.status()).isEqualTo(1);
        assertThat(paused.err()).startsWith("HUB-2263");
        JsonNode changed = json("change", id, "--every", "daily", "--time", "06:15").get(0);
        assertThat(changed.get("schedule").get("every").asText()).isEqualTo("DAILY");
        assertThat(changed.get("state").asText()).isEqualTo("PAUSED");
        assertThat(json("resume", id).get(0).get("nextDue").isTextual()).isTrue();
        assertThat(said("remove", id).out()).contains(id);
        Said removed = said("pause", id);
        assertThat(removed.status()).isEqualTo(1);
        assertThat(removed.err()).isNotBlank();
    }

    @Test
    void aWrongCallIsToldByItsOption() {
        Said day =
                said(
                        "add",
                        "statement",
                        "--scope",
                        COUNTY,
                        "--every",
                        "monthly",
                        "--day",
                        "32",
                        "--time",
                        "07:30",
                        "--target",
                        "office");
        assertThat(day.status()).isEqualTo(2);
        assertThat(day.err()).contains("(--day 32)", "31");
        Said every = said("add", "statement", "--every", "hourly", "--target", "office");
        assertThat(every.status()).isEqualTo(2);
        assertThat(every.err()).contains("(--every HOURLY)", "WEEKLY");
        Said output = said("list", "--output", "xml");
        assertThat(output.status()).isEqualTo(2);
        assertThat(output.err()).contains("table, csv, json");
        Said help = said("add", "--help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("--target", "--recipient", "--weekday");
    }
}
