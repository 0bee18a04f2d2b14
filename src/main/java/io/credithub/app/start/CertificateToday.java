package io.credithub.app.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks the hub that issued a certificate what holds of it today. It takes no key and names nobody:
/// whoever has the certificate knows its fingerprint.
///
/// @param hub where it answers
public record CertificateToday(URI hub) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    /// Prints the answer.
    ///
    /// @return whether the certificate holds
    public boolean tell(String number, String fingerprint, PrintWriter out) {
        try {
            JsonNode answer = ask(number, fingerprint);
            String status = answer.path("status").asText("?");
            JsonNode meaning = answer.path("meaning");
            out.println(
                    "今日状态 today: "
                            + (status + " · ")
                            + (meaning.path("zh").asText() + " · ")
                            + meaning.path("en").asText());
            return status.equals("VALID");
        } catch (IOException silent) {
            out.println("今日状态未知,没有应答 today's state is not known, no hub answers at " + hub);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JsonNode ask(String number, String fingerprint)
            throws IOException, InterruptedException {
        String path =
                "/api/v1/certificates/%s/status?fingerprint=%s".formatted(number, fingerprint);
        HttpRequest request =
                HttpRequest.newBuilder(hub.resolve(path)).timeout(PATIENCE).GET().build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) throw new IOException("HTTP " + answer.statusCode());
            return new ObjectMapper().readTree(answer.body());
        }
    }
}
