package io.credithub.demo;

import java.util.List;

/// A teacher attended a programme, and one system or more noticed. To be counted once.
record Attended(Programme programme, List<Copy> copies) {}
