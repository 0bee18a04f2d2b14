package io.credithub.flow.rules;

import io.credithub.domain.Text;
import io.credithub.domain.reconcile.MatchingRules;

/// What a matching file states, and which it is.
///
/// @param id the name of its file
/// @param digest SHA-256 of the body, hex: the version
/// @param body the file's text
public record MatchingVersion(
        String id, Text title, MatchingRules rules, String digest, String body) {}
