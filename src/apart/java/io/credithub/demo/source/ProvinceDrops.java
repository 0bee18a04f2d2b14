package io.credithub.demo.source;

import io.credithub.demo.model.DistinctPersons;
import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.Sink;
import io.credithub.demo.model.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The provincial platform's exports: for each city and two months one file, a second and a third
/// with corrections, a fourth with what came long after, a fifth with stragglers. Teachers must
/// come city by city.
public final class ProvinceDrops implements Sink {
    private static final int LAST_WAVE = 2;
    private static final int LONG_AFTER = 3;
    private static final int AGAIN_EVERY = 30;
    private static final int PART_MONTHS = 2;
    private static final int SOON_DAYS = 7;
    private static final int LONG_AFTER_DAYS = 150;
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private final Path folder;
    private final Path key;
    private final LocalDate today;
    private final Map<String, CsvDrop> open = new TreeMap<>();
    private final List<String> differing = new ArrayList<>();
    private String city = "";
    private int finished;

    /// @param key gets the names of the files that declare what nobody can receive
    public ProvinceDrops(Path folder, Path key, LocalDate today) {
        this.folder = folder;
        this.key = key;
        this.today = today;
    }

    @Override
    public void add(Wording words) throws IOException {
        String cityCode = words.teacher().school().division().cityCode();
        if (!cityCode.equals(city)) finishCity();
        city = cityCode;
        LocalDate day = words.programme().completedOn();
        int wave = words.sighting().wave();
        drop(day, wave).add(words);
        if (words.sighting().isRepeated()) drop(day, Math.min(wave + 1, LAST_WAVE)).add(words);
    }

    private CsvDrop drop(LocalDate day, int wave) throws IOException {
        int year = SimulatedYears.of(day);
        long months = ChronoUnit.MONTHS.between(SimulatedYears.start(year), day);
        long part = months / PART_MONTHS + 1;
        String name = "sx-" + city + "-" + year + "-" + part + "-0" + (wave + 1) + ".csv";
        CsvDrop known = open.get(name);
        if (known != null) return known;
        LocalDate ends = SimulatedYears.start(year).plusMonths(part * PART_MONTHS);
        CsvDrop drop =
                new CsvDrop(folder.resolve(name), statedAt(ends, wave), DistinctPersons::together);
        open.put(name, drop);
        return drop;
    }

    /// Within three months of every completion, but for what comes long after.
    private OffsetDateTime statedAt(LocalDate ends, int wave) {
        int days = wave == LONG_AFTER ? LONG_AFTER_DAYS : SOON_DAYS * (wave + 1);
        LocalDate planned = ends.plusDays(days);
        LocalDate day = planned.isAfter(today) ? today : planned;
        return day.atTime(LocalTime.of(20, wave)).atOffset(BEIJING);
    }

    private void finishCity() throws IOException {
        for (Map.Entry<String, CsvDrop> drop : open.entrySet()) {
            String again = drop.getKey().replace(".csv", "-again.csv");
            if (drop.getValue().differs()) differing.add(drop.getKey());
            if (finished++ % AGAIN_EVERY == 0) drop.getValue().finishTwice(folder.resolve(again));
            else drop.getValue().finish();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        finishCity();
        Files.write(key, differing.stream().sorted().toList());
    }
}
