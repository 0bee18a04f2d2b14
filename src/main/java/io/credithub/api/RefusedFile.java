package io.credithub.api;

import io.credithub.domain.Text;
import io.credithub.domain.completion.FindingCode;

/// A file of which nothing can be taken in, as a problem with the code of its finding.
record RefusedFile(FindingCode finding) implements Coded {
    private static final int UNPROCESSABLE = 422;

    @Override
    public String code() {
        return finding.code();
    }

    @Override
    public int status() {
        return UNPROCESSABLE;
    }

    @Override
    public Text message() {
        return finding.message();
    }

    @Override
    public Text remedy() {
        return finding.remedy();
    }
}
