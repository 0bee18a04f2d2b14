package io.credithub.flow.bank;

import java.util.UUID;

/// Who does something to whom.
///
/// @param id of what the act makes or ends
/// @param teacher the number in the registry
/// @param by the id of the caller's key
public record ActHeader(UUID id, int teacher, String by) {}
