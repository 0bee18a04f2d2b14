package io.credithub.mapping.division;

import io.credithub.domain.Text;
import io.credithub.flow.feed.FileProblem;

/// A line of a file, to be named where something is wrong with it.
///
/// @param file relative to the project
/// @param no from 1, the header counted
record FileLine(String file, long no) {
    FileProblem problem(Text what, Text fix) {
        return new FileProblem(file, "line " + no, what, fix);
    }

    /// As another line of a message names it.
    Text told() {
        return new Text("%s 第 %d 行".formatted(file, no), "%s line %d".formatted(file, no));
    }
}
