package io.credithub.domain.programme;

import org.jspecify.annotations.Nullable;

/// A programme as a source names it. Two titles are equal if nothing tells them apart.
///
/// @param name in its normal form
/// @param code the project's number, exactly as the source has it
/// @param session 期次
/// @param organiser the body that ran it, in its normal form
public record ProgrammeTitle(
        String name, @Nullable String code, @Nullable String session, @Nullable String organiser) {
    /// A title that is nothing but a name.
    public static ProgrammeTitle named(String name) {
        return new ProgrammeTitle(name, null, null, null);
    }
}
