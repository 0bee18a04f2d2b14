package io.credithub.app.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Level;
import io.credithub.flow.feed.FeedAuthority;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was checked, for machines: the problems, and who may report what.
final class CheckedJson {
    private CheckedJson() {}

    static void write(List<FileProblem> problems, List<FeedDefinition> feeds, PrintWriter out)
            throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.writeStartObject();
        json.writeArrayFieldStart("problems");
        for (FileProblem problem : problems) write(json, problem);
        json.writeEndArray();
        json.writeArrayFieldStart("feeds");
        for (FeedDefinition feed : feeds) write(json, feed);
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private static void write(JsonGenerator json, FileProblem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", problem.file());
        json.writeStringField("path", problem.path());
        text(json, "message", problem.message());
        text(json, "fix", problem.fix());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, Text text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("zh", text.zh());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FeedDefinition feed) throws IOException {
        FeedAuthority may = FeedAuthority.of(feed.authority());
        json.writeStartObject();
        json.writeStringField("feed", feed.code());
        json.writeObjectFieldStart("precedence");
        for (Map.Entry<Level, Integer> place : new TreeMap<>(feed.precedence()).entrySet()) {
            json.writeNumberField(place.getKey().name(), place.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("may");
        list(json, "levels", may.levels());
        list(json, "forms", may.forms());
        list(json, "categories", may.categories());
        list(json, "roles", may.roles());
        list(json, "organisers", may.organisers());
        list(json, "decides", may.decides());
        json.writeBooleanField("registeredOnly", may.registeredOnly());
        json.writeEndObject();
        json.writeEndObject();
    }

    /// @param some absent: any
    private static void list(JsonGenerator json, String name, @Nullable Collection<?> some)
            throws IOException {
        if (some == null) {
            json.writeNullField(name);
            return;
        }
        json.writeArrayFieldStart(name);
        for (Object one : some) json.writeString(String.valueOf(one));
        json.writeEndArray();
    }
}
