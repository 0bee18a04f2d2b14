package io.credithub.domain;

/// Numbers on their way into fewer bits: what does not fit is refused, so that a number that
/// outgrew its place never comes back as another one. Nowhere else is a number cast to a narrower
/// type; a test says so.
public final class Narrow {
    private static final int BYTE_MASK = 0xFF;

    private Narrow() {}

    /// @throws ArithmeticException if it does not fit
    public static short toShort(int number) {
        if (number < Short.MIN_VALUE || number > Short.MAX_VALUE) {
            throw new ArithmeticException("too wide for 16 bits: " + number);
        }
        return (short) number;
    }

    /// @throws ArithmeticException if it does not fit
    public static byte toByte(int number) {
        if (number < Byte.MIN_VALUE || number > Byte.MAX_VALUE) {
            throw new ArithmeticException("too wide for 8 bits: " + number);
        }
        return (byte) number;
    }

    /// One of the numbers from 0 to 255, as [java.io.InputStream#read()] gives them.
    ///
    /// @throws ArithmeticException if it is another
    public static byte toOctet(int number) {
        if ((number & ~BYTE_MASK) != 0) throw new ArithmeticException("no octet: " + number);
        return (byte) number;
    }

    /// The lowest eight bits, where the others are written beside them.
    public static byte lowest(long number) {
        return (byte) number;
    }

    /// Without what stands behind the point.
    ///
    /// @throws ArithmeticException if it is no number, or does not fit
    public static long whole(double number) {
        if (!(Math.abs(number) < 0x1p63)) throw new ArithmeticException("too wide: " + number);
        return (long) number;
    }
}
