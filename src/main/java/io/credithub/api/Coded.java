package io.credithub.api;

import io.credithub.domain.Text;
import java.io.Serializable;

/// One thing that can be wrong with a request, by a code that is never used again for something
/// else.
public sealed interface Coded extends Serializable
        permits ProblemCode, AccessCode, BankCode, BusyCode, HeadCode, RefusedFile {
    /// `HUB-5001` and so on.
    String code();

    /// Of HTTP.
    int status();

    Text message();

    /// What to do about it.
    Text remedy();
}
