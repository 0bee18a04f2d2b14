package io.credithub.house;

/// What [NarrowingTest] must see.
final class Narrows {
    private Narrows() {}

    static int cut(long number) {
        return (int) number;
    }

    static int cut(Long number) {
        return number.intValue();
    }

    static short cut(int number) {
        return (short) number;
    }

    static long cut(double number) {
        return (long) number;
    }
}
