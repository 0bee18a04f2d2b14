package io.credithub.demo.answer;

import io.credithub.demo.model.Details;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import java.math.BigInteger;

/// What an attendance is worth by the regulation, worked out a second time in whole numbers only.
/// It shares nothing with the hub's policies, so that the two can be compared.
public final class KeyArithmetic {
    private static final int ENOUGH_ATTENDANCE = 8000;
    private static final int ONLINE_HOURS = 5;
    private static final BigInteger TWO = BigInteger.TWO;

    private KeyArithmetic() {}

    /// @return credits in hundredths
    public static long award(Level level, Form form, Details details) {
        Integer attendance = details.attendance();
        if (form == Form.SELF_DIRECTED) return details.resultHundredths();
        if (details.grade() == Grade.FAIL) return 0;
        if (attendance != null && attendance < ENOUGH_ATTENDANCE) return 0;
        return halfUp(tenths(details.grade()), hoursOverSixty(level, form, details));
    }

    /// The hours in hundredths, each part times 60 over its divisor, so that no fraction is left.
    private static BigInteger hoursOverSixty(Level level, Form form, Details details) {
        int hours = details.hourHundredths();
        if (!details.isSplit(form)) return part(hours, divisor(level, form));
        int centralised = details.inPresence();
        return part(centralised, divisor(level, Form.CENTRALISED))
                .add(part(hours - centralised, ONLINE_HOURS));
    }

    private static BigInteger part(int hundredths, int divisor) {
        return BigInteger.valueOf(hundredths).multiply(BigInteger.valueOf(60 / divisor));
    }

    /// Hours that make one credit. A blended training without a split takes the dearest.
    private static int divisor(Level level, Form form) {
        if (form != Form.CENTRALISED) return ONLINE_HOURS;
        return level == Level.NATIONAL || level == Level.PROVINCE ? 3 : 4;
    }

    private static int tenths(Grade grade) {
        return switch (grade) {
            case EXCELLENT -> 12;
            case GOOD -> 11;
            case PASS -> 10;
            case FAIL -> 0;
        };
    }

    /// Numerator over 600, to the nearest whole; a half goes up.
    private static long halfUp(int tenths, BigInteger overSixty) {
        BigInteger over600 = overSixty.multiply(BigInteger.valueOf(tenths));
        BigInteger whole = BigInteger.valueOf(600);
        return over600.multiply(TWO).add(whole).divide(whole.multiply(TWO)).longValueExact();
    }
}
