package io.credithub.store.teacher;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.DecidedFigures;
import io.credithub.domain.standing.HeldFigures;
import io.credithub.domain.standing.YearFloor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The figures of a decided school year as JSON; amounts in hundredths.
public final class DecidedJson {
    private DecidedJson() {}

    public static @Nullable JsonObject of(@Nullable DecidedFigures figures) {
        if (figures == null) return null;
        JsonArray floors = new JsonArray();
        for (YearFloor floor : figures.floors()) floors.add(floor(floor));
        return new JsonObject()
                .put("carriedIn", figures.carriedIn().hundredths())
                .put("minimum", figures.minimum().hundredths())
                .put("missing", figures.missing().hundredths())
                .put("borrowed", figures.borrowed().hundredths())
                .put("surplus", figures.surplus().hundredths())
                .put("floors", floors)
                .put("lines", lines(figures.lines()));
    }

    private static JsonObject floor(YearFloor floor) {
        return new JsonObject()
                .put("line", floor.line())
                .put("recognised", floor.recognised().hundredths())
                .put("carriedIn", floor.carriedIn().hundredths())
                .put("borrowed", floor.borrowed().hundredths())
                .put("required", floor.required().hundredths())
                .put("missing", floor.missing().hundredths())
                .put("waived", floor.waived());
    }

    public static JsonObject of(HeldFigures held) {
        return new JsonObject()
                .put("recognised", held.recognised().hundredths())
                .put("lines", lines(held.lines()));
    }

    private static JsonObject lines(Map<String, Credits> lines) {
        JsonObject json = new JsonObject();
        lines.forEach((key, credits) -> json.put(key, credits.hundredths()));
        return json;
    }

    public static @Nullable DecidedFigures figures(@Nullable JsonObject json) {
        if (json == null) return null;
        List<YearFloor> floors = new ArrayList<>();
        for (Object floor : json.getJsonArray("floors")) floors.add(floor((JsonObject) floor));
        return new DecidedFigures(
                credits(json, "carriedIn"),
                credits(json, "minimum"),
                credits(json, "missing"),
                credits(json, "borrowed"),
                credits(json, "surplus"),
                floors,
                amounts(json.getJsonObject("lines")));
    }

    private static YearFloor floor(JsonObject json) {
        return new YearFloor(
                json.getString("line"),
                credits(json, "recognised"),
                credits(json, "carriedIn"),
                credits(json, "borrowed"),
                credits(json, "required"),
                credits(json, "missing"),
                json.getBoolean("waived"));
    }

    public static @Nullable HeldFigures held(@Nullable JsonObject json) {
        if (json == null) return null;
        return new HeldFigures(credits(json, "recognised"), amounts(json.getJsonObject("lines")));
    }

    private static Map<String, Credits> amounts(JsonObject json) {
        Map<String, Credits> amounts = new HashMap<>();
        for (String key : json.fieldNames()) amounts.put(key, credits(json, key));
        return amounts;
    }

    private static Credits credits(JsonObject json, String key) {
        return new Credits(json.getLong(key));
    }
}
