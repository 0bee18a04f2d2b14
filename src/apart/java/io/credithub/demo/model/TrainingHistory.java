package io.credithub.demo.model;

import java.util.List;

/// A teacher with everything that they attended.
public record TrainingHistory(Teacher teacher, List<Attended> attended) {}
