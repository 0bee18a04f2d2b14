package io.credithub.api.problem;

import io.credithub.domain.Text;
import java.io.Serializable;

/// One thing that can be wrong with a request, by a code that is never used again for something
/// else.
public sealed interface Coded extends Serializable
        permits ProblemCode,
                AccessCode,
                AdjustmentCode,
                BankCode,
                BusyCode,
                HeadCode,
                HoldCode,
                RefusedFile,
                RegisterCode,
                ReportCode,
                SignOffCode,
                SubscriptionCode {
    /// What is told of it.
    ///
    /// @param code `HUB-5001` and so on
    /// @param status of HTTP
    /// @param remedy what to do about it
    record CodeMeaning(String code, int status, Text message, Text remedy) {
        CodeMeaning(
                String code, int status, String zh, String en, String remedyZh, String remedyEn) {
            this(code, status, new Text(zh, en), new Text(remedyZh, remedyEn));
        }
    }

    CodeMeaning told();

    default String code() {
        return told().code();
    }

    default int status() {
        return told().status();
    }

    default Text message() {
        return told().message();
    }

    default Text remedy() {
        return told().remedy();
    }
}
