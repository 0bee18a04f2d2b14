package io.credithub.app.command.pipe;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.reading.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Answers one line with one line, in the order of the input.
interface LineAnswers {
    JsonLines out();

    /// @param line one JSON value
    void answer(StrictJson.Parsed.ParsedValue line) throws IOException;

    /// A line that holds no JSON value.
    default void refused(Finding finding) throws IOException {
        out().json().writeStartObject();
        out().findings(List.of(finding));
        out().json().writeEndObject();
    }

    /// @return the exit status
    default int answerAll(InputStream in) throws IOException {
        LineSource lines = new LineSource(in);
        for (LineSource.InputLine line = lines.next(); line != null; line = lines.next()) {
            switch (line) {
                case LineSource.InputLine.InputText text -> answer(text.text());
                case LineSource.InputLine.LineTooLong _ ->
                        refused(new Finding(FindingCode.TOO_LONG, "", null));
                case LineSource.InputLine.NotUtf8 _ ->
                        refused(new Finding(FindingCode.BAD_CHARACTER, "", null));
            }
            if (lines.isDrained()) out().flush(); // somebody may be waiting for the answer
        }
        out().finish();
        return LineOptions.status(out().anyFindings());
    }

    private void answer(String line) throws IOException {
        switch (StrictJson.read(line)) {
            case StrictJson.Parsed.Broken broken -> refused(broken.finding());
            case StrictJson.Parsed.ParsedValue value -> answer(value);
        }
    }
}
