package io.credithub.demo.injected;

import io.credithub.demo.model.SimulatedTeacher;
import java.util.List;

/// Something planted: one teacher's training, and what the systems made of it.
///
/// @param number of the case among those of its kind, from 0
/// @param year the school year that it is about
/// @param records in the order of the kind's fates
public record InjectedCase(
        InjectedKind kind,
        int number,
        SimulatedTeacher teacher,
        int year,
        List<InjectedRecord> records) {
    public InjectedCase {
        records = List.copyOf(records);
    }
}
