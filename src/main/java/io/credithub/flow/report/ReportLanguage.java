package io.credithub.flow.report;

import io.credithub.domain.Text;

/// In which words a report is written. What is data stays as it is.
public enum ReportLanguage {
    ZH,
    EN,
    /// Chinese first, English beside it.
    BOTH;

    public String of(Text text) {
        return switch (this) {
            case ZH -> text.zh();
            case EN -> text.en();
            case BOTH -> text.zh().equals(text.en()) ? text.zh() : text.zh() + " " + text.en();
        };
    }
}
