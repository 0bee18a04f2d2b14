package io.credithub.demo;

import java.util.HashSet;
import java.util.Set;

/// Counts what a sender declares of a file: records, persons, hours. The rows of one teacher must
/// follow one another.
final class ControlTotals {
    private final Set<String> personsOfTeacher = new HashSet<>();
    private int teacher = -1;
    private long records;
    private long persons;
    private long hourHundredths;

    void add(Wording words) {
        if (words.teacher().index() != teacher) personsOfTeacher.clear();
        teacher = words.teacher().index();
        records++;
        if (!words.sighting().isWithdrawal()) hourHundredths += words.hourHundredths();
        String person = words.person();
        if (!person.isEmpty() && personsOfTeacher.add(person)) persons++;
    }

    long records() {
        return records;
    }

    long persons() {
        return persons;
    }

    long hourHundredths() {
        return hourHundredths;
    }
}
