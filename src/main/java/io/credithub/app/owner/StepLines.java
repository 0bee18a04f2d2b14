package io.credithub.app.owner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;

/// Tells the steps of a long command as it goes: a line with one JSON object for each.
///
/// @param out flushed after each line
record StepLines(PrintWriter out) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void tell(UnaryOperator<ObjectNode> fields) {
        out.println(fields.apply(JSON.createObjectNode()));
        out.flush();
    }
}
