package io.credithub.demo.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The real divisions of Shanxi: 11 cities and the 117 counties of GB/T 2260. The statistical
/// pseudo-codes of the NBS are left out: no teacher is registered under one.
public final class Divisions {
    private static final String STANDARD = "GB/T 2260";
    private final List<Division> counties = new ArrayList<>();
    private final List<String> abolishedCodes = new ArrayList<>();

    /// @throws IllegalStateException if the build lacks the lists
    Divisions() {
        Map<String, String> cities = new HashMap<>();
        for (String[] row : rows("shanxi_divisions.csv")) {
            if (row[2].equals("prefecture")) cities.put(row[0], row[1]);
            if (!row[2].equals("county") || !row[4].equals(STANDARD)) continue;
            String cityName = cities.getOrDefault(row[3], "");
            counties.add(new Division(row[0], row[1], row[3], cityName, counties.size()));
        }
        for (String[] row : rows("shanxi_division_changes.csv")) abolishedCodes.add(row[1]);
    }

    /// Ordered by code; a city's counties are neighbours.
    List<Division> counties() {
        return List.copyOf(counties);
    }

    /// Codes that are in ID numbers for ever although no county has them any more.
    List<String> abolishedCodes() {
        return List.copyOf(abolishedCodes);
    }

    /// The list as it was published, byte for byte.
    public static byte[] published() {
        try (InputStream in = open("shanxi_divisions.csv")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> rows(String name) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = Divisions.class.getResourceAsStream("/demo/" + name);
        if (in == null) throw new IllegalStateException("the build lacks demo/" + name);
        return in;
    }
}
