package io.credithub.store.rules;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.reconcile.Authority;
import io.credithub.flow.feed.FeedAuthority;
import io.credithub.flow.rules.FeedTerms;
import io.credithub.flow.rules.MatchingOnFile;
import io.credithub.flow.rules.MatchingOnFile.FiledMatching;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.flow.rules.MatchingVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Terms of matching as the columns `code`, `digest`, `body`, `feeds`, both ways.
///
/// @param files reads the text of a matching file again
public record MatchingRows(MatchingOnFile files) {
    /// With these after what the statement begins with.
    public static Tuple with(Tuple before, MatchingTerms terms) {
        MatchingVersion file = terms.file();
        JsonObject feeds = new JsonObject();
        terms.feeds().forEach((code, feed) -> feeds.put(code, json(feed)));
        return before.addString(file.id())
                .addString(file.digest())
                .addString(file.body())
                .addJsonObject(feeds);
    }

    /// @throws IllegalStateException if this hub cannot read the file that was in force
    public MatchingTerms terms(Row row) {
        Map<String, FeedTerms> feeds = new TreeMap<>();
        JsonObject stated = row.getJsonObject("feeds");
        for (String code : stated.fieldNames()) feeds.put(code, feed(stated.getJsonObject(code)));
        return switch (files.read(row.getString("code"), row.getString("body"))) {
            case FiledMatching.SoundMatching sound -> new MatchingTerms(sound.version(), feeds);
            case FiledMatching.BrokenMatching broken ->
                    throw new IllegalStateException("" + broken.problems().getFirst());
            case FiledMatching.UnknownMatching _ -> throw new IllegalStateException("it is a text");
        };
    }

    private static JsonObject json(FeedTerms feed) {
        FeedAuthority may = FeedAuthority.of(feed.authority());
        JsonObject precedence = new JsonObject();
        new EnumMap<>(feed.precedence())
                .forEach((level, place) -> precedence.put(level.name(), place));
        return new JsonObject()
                .put("precedence", precedence)
                .put("levels", names(may.levels()))
                .put("forms", names(may.forms()))
                .put("categories", array(may.categories()))
                .put("roles", names(may.roles()))
                .put("organisers", array(may.organisers()))
                .put("decides", array(may.decides()))
                .put("registered", may.registeredOnly());
    }

    private static JsonArray names(Collection<? extends Enum<?>> some) {
        JsonArray names = new JsonArray();
        for (Enum<?> one : some) names.add(one.name());
        return names;
    }

    private static @Nullable JsonArray array(@Nullable Collection<String> some) {
        JsonArray array = null;
        if (some != null) {
            array = new JsonArray();
            for (String one : some) array.add(one);
        }
        return array;
    }

    private static FeedTerms feed(JsonObject json) {
        Map<Level, Integer> precedence = new EnumMap<>(Level.class);
        JsonObject places = json.getJsonObject("precedence");
        for (String level : places.fieldNames()) {
            precedence.put(Level.valueOf(level), places.getInteger(level));
        }
        return new FeedTerms(
                precedence,
                new Authority(
                        some(json.getJsonArray("levels"), Level::valueOf),
                        some(json.getJsonArray("forms"), Form::valueOf),
                        texts(json.getJsonArray("categories")),
                        some(json.getJsonArray("roles"), TrainingRole::valueOf),
                        texts(json.getJsonArray("organisers")),
                        texts(json.getJsonArray("decides")),
                        json.getBoolean("registered")));
    }

    private static @Nullable Set<String> texts(@Nullable JsonArray array) {
        return array == null ? null : some(array, text -> text);
    }

    private static <T> Set<T> some(JsonArray array, Function<String, T> reading) {
        return array.stream().map(String::valueOf).map(reading).collect(Collectors.toSet());
    }
}
