package io.credithub.api.parameter;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// In what a file that somebody sends is written.
public final class FileCharset {
    private FileCharset() {}

    /// @param asked by the parameter `charset`, which goes before what the media type says
    /// @param known whether the files of this kind can be read by it
    /// @return null if nobody says, or only the media type, and something that no name can be
    ///   written in: many clients say ISO-8859-1 of whatever they send
    /// @throws ProblemException if one is asked for that is not known
    public static @Nullable String of(
            @Nullable String asked, @Nullable MediaType type, Predicate<String> known) {
        if (asked == null) {
            String said = type == null ? null : type.getParameters().get("charset");
            return said != null && known.test(said) ? said : null;
        }
        if (known.test(asked)) return asked;
        throw ProblemException.badParameter(
                "charset", asked, ExpectedValue.oneOf("UTF-8", "GB18030"));
    }
}
