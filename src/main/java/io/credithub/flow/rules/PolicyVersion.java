package io.credithub.flow.rules;

import io.credithub.domain.policy.Policy;

/// A policy with the file that it was read from.
///
/// @param digest SHA-256 of the file, hex: which version it is
/// @param body the file's text
public record PolicyVersion(Policy policy, String digest, String body) {
    public boolean isOf(String code, String otherDigest) {
        return policy.id().equals(code) && digest.equals(otherDigest);
    }
}
