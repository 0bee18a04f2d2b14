package io.credithub.demo.model;

import java.util.List;

/// A teacher with everything that they attended.
public record TrainingHistory(SimulatedTeacher teacher, List<Attended> attended) {}
