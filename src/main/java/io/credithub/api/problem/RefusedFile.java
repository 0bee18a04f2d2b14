package io.credithub.api.problem;

import io.credithub.domain.completion.FindingCode;

/// A file of which nothing can be taken in, as a problem with the code of its finding.
public record RefusedFile(FindingCode finding) implements Coded {
    private static final int UNPROCESSABLE = 422;

    @Override
    public CodeMeaning told() {
        return new CodeMeaning(finding.code(), UNPROCESSABLE, finding.message(), finding.remedy());
    }
}
