package io.credithub.apart.demo;

import io.credithub.demo.Province;
import io.credithub.demo.answer.ExpectedCredits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/// Whom one may ask about in a demo: of its first teachers those with the most, a middling and the
/// least number of credits.
public final class TryTeachers {
    private static final int LOOKED_AT = 200;

    private TryTeachers() {}

    public static List<String> of(Province province) {
        List<ExpectedCredits> first = new ArrayList<>();
        Iterator<ExpectedCredits> answers = province.answers().iterator();
        while (answers.hasNext() && first.size() < LOOKED_AT) {
            ExpectedCredits answer = answers.next();
            if (answer.total() > 0) first.add(answer);
        }
        first.sort(Comparator.comparingLong(ExpectedCredits::recognised).reversed());
        if (first.isEmpty()) return List.of();
        return List.of(first.getFirst(), first.get(first.size() / 2), first.getLast()).stream()
                .map(ExpectedCredits::teacherNo)
                .distinct()
                .toList();
    }
}
