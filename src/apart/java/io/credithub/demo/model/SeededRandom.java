package io.credithub.demo.model;

import java.util.SplittableRandom;

/// Chance that can be repeated: the same seed and place always throw the same.
public final class SeededRandom {
    private static final int THOUSAND = 1000;
    private final SplittableRandom random;

    private SeededRandom(long seed) {
        random = new SplittableRandom(seed);
    }

    /// @param place what is decided, as a teacher's number: each place has throws of its own
    public static SeededRandom at(long seed, long place) {
        return new SeededRandom(mixed(mixed(seed) + place));
    }

    /// From 0 to below the bound.
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /// Both ends included.
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean perMille(int chance) {
        return random.nextInt(THOUSAND) < chance;
    }

    String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /// Scatters a number over all longs, without throwing (the finaliser of SplitMix64).
    public static long mixed(long value) {
        long scattered = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        scattered = (scattered ^ (scattered >>> 27)) * 0x94d049bb133111ebL;
        return scattered ^ (scattered >>> 31);
    }
}
