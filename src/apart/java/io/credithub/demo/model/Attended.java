package io.credithub.demo.model;

import java.util.List;

/// A teacher attended a programme, and one system or more noticed. To be counted once.
public record Attended(Programme programme, List<SimulatedCopy> copies) {}
