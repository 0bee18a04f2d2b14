package io.credithub.demo;

import java.util.List;

/// A teacher with everything that they attended.
record Life(Teacher teacher, List<Attended> attended) {}
