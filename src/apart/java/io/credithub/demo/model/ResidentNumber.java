package io.credithub.demo.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// Makes made-up resident ID numbers (GB 11643): division, birth date, sequence, check character.
final class ResidentNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int SEQUENCE_MAX = 999;

    private ResidentNumber() {}

    /// @param sequence 1 to 999; odd for men
    static String of(String division, LocalDate birthDate, int sequence) {
        if (sequence < 1 || sequence > SEQUENCE_MAX) {
            throw new IllegalArgumentException("no such sequence: " + sequence);
        }
        String tail = Integer.toString(1000 + sequence).substring(1);
        String first17 = division + birthDate.format(DateTimeFormatter.BASIC_ISO_DATE) + tail;
        return first17 + check(first17);
    }

    /// The same number with a check character that is not its own.
    static String spoilt(String number) {
        char wrong = number.charAt(17) == '1' ? '2' : '1';
        return number.substring(0, 17) + wrong;
    }

    private static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        return CHECKS.charAt(sum % CHECKS.length());
    }
}
