package io.credithub.demo.answer;

import java.util.List;

/// What the hub must arrive at about one teacher.
///
/// @param breaks of the teacher's records, and of records that only claim to be
public record TeacherAnswer(ExpectedCredits credits, List<KeyBreak> breaks) {
    public TeacherAnswer {
        breaks = List.copyOf(breaks);
    }
}
