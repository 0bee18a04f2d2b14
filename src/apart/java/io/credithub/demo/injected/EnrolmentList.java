package io.credithub.demo.injected;

import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SimulatedTeacher;
import java.util.List;

/// An enrolment list (参训学员花名表) of a training.
///
/// @param training that it is about
/// @param enrolled who is on it
public record EnrolmentList(Programme training, List<SimulatedTeacher> enrolled) {
    public EnrolmentList {
        enrolled = List.copyOf(enrolled);
    }
}
