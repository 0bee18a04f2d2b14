package io.credithub.demo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.demo.Province;
import io.credithub.demo.ProvinceFiles;
import io.credithub.demo.model.ProvinceSettings;
import io.credithub.testing.ApartFromOthers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ApartFromOthers
class NationalPlatformIT {
    private static final LocalDateTime SERVER_TIME = LocalDateTime.of(2026, 8, 31, 23, 0);
    private static final String ALL = "updatedFrom=2022-09-01T00:00:00%2B08:00";
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private Instant now = Instant.parse("2026-08-31T15:00:00Z");
    private List<String> lines = List.of();
    private NationalPlatform platform;

    @TempDir private Path folder = Path.of(".");

    @BeforeEach
    void open() throws IOException {
        ProvinceSettings settings = new ProvinceSettings(60, 3, ProvinceSettings.TODAY);
        ProvinceFiles files =
                new Province(settings).writeTo(folder, Province.ProvinceProgress.silent());
        lines = Files.readAllLines(files.national());
        platform = platform(PlatformFaults.steady());
    }

    @AfterEach
    void close() throws IOException {
        platform.close();
        http.close();
    }

    @Test
    void pagesHoldEverythingOnceInTheOrderOfChange() throws Exception {
        List<String> items = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode data = page(ALL + "&pageSize=37" + cursor).get("data");
            for (JsonNode item : data.get("items")) {
                items.add(item.toString());
                times.add(item.get("updateTime").asText() + item.get("id").asText());
            }
            assertThat(data.get("count").asInt()).isEqualTo(data.get("items").size());
            cursor = data.has("next") ? "&cursor=" + data.get("next").asText() : "";
        } while (!cursor.isEmpty());
        List<String> expected = new ArrayList<>();
        for (String line : lines) expected.add(json.readTree(line).toString());
        assertThat(items).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(times).isSorted();
    }

    @Test
    void aPageStatesItsControlTotals() throws Exception {
        JsonNode data = page(ALL + "&pageSize=100").get("data");
        long hours = 0;
        List<String> persons = new ArrayList<>();
        for (JsonNode item : data.get("items")) {
            hours += item.path("hours").asLong();
            String document = item.path("certNo").asText();
            String person = item.path("teacherCode").asText(document);
            if (!person.isEmpty()) persons.add(person);
        }
        JsonNode last = data.get("items").get(99);
        assertThat(data.get("hours").asLong()).isEqualTo(hours);
        assertThat(data.get("persons").asLong()).isEqualTo(persons.stream().distinct().count());
        assertThat(data.get("watermark")).isEqualTo(last.get("updateTime"));
        assertThat(data.get("serverTime").asText()).isEqualTo("2026-08-31 23:00:00");
    }

    @Test
    void theStartIsIncludedAndWhatIsBeforeItIsNot() throws Exception {
        String second = page(ALL).at("/data/items/1/updateTime").asText();
        String from = "updatedFrom=" + second.replace(' ', 'T') + "%2B08:00";
        assertThat(page(from).at("/data/items/0/updateTime").asText()).isEqualTo(second);
    }

    @Test
    void anEmptyPageKeepsTheTimeAskedFrom() throws Exception {
        JsonNode data = page("updatedFrom=2099-01-01T00:00:00Z").get("data");
        assertThat(data.get("items")).isEmpty();
        assertThat(data.get("watermark").asText()).isEqualTo("2099-01-01 08:00:00");
        assertThat(data.has("next")).isFalse();
    }

    @Test
    void nothingWithoutATokenAndNothingWithAnOldOne() throws Exception {
        assertThat(get(ALL, "").statusCode()).isEqualTo(401);
        String token = token();
        now = now.plus(Duration.ofMinutes(5)).minusSeconds(1);
        assertThat(get(ALL, token).statusCode()).isEqualTo(200);
        now = now.plusSeconds(1);
        assertThat(get(ALL, token).statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongSecretGetsNoToken() throws Exception {
        assertThat(askForToken("demo:wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void aBadQueryIsRefused() throws Exception {
        Map<String, String> queries =
                Map.of(
                        "time",
                        "updatedFrom=x",
                        "size",
                        ALL + "&pageSize=1001",
                        "cursor",
                        ALL + "&cursor=eA");
        for (String query : queries.values()) {
            assertThat(get(query, token()).statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void inAMoodItIsBusyAtTheSeventhPageAndGoneAtTheSixteenth() throws Exception {
        platform.close();
        platform = platform(PlatformFaults.moody());
        String token = token();
        for (int i = 1; i < 7; i++) assertThat(get(ALL, token).statusCode()).isEqualTo(200);
        HttpResponse<String> busy = get(ALL, token);
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).hasValue("1");
        for (int i = 8; i < 16; i++) assertThat(get(ALL, token).statusCode()).isIn(200, 503);
        assertThatThrownBy(() -> get(ALL, token)).isInstanceOf(IOException.class);
    }

    private NationalPlatform platform(PlatformFaults moods) throws IOException {
        return NationalPlatform.start(
                new ProvinceFiles(folder).national(),
                new NationalPlatform.PlatformSettings(
                        0, "demo", "secret", SERVER_TIME, () -> now, moods));
    }

    private JsonNode page(String query) throws Exception {
        return json.readTree(get(query, token()).body());
    }

    private HttpResponse<String> get(String query, String token) throws Exception {
        URI uri = URI.create(platform.base() + "/api/v1/completions?" + query);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String token() throws Exception {
        JsonNode answer = json.readTree(askForToken("demo:secret").body());
        assertThat(answer.get("expires_in").asInt()).isEqualTo(300);
        return answer.get("access_token").asText();
    }

    private HttpResponse<String> askForToken(String credentials) throws Exception {
        byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(platform.base() + "/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(bytes))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
