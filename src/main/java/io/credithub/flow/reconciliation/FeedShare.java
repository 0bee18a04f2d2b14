package io.credithub.flow.reconciliation;

import io.credithub.flow.delivery.DivisionSums;

/// What a feed has given the teachers of a division. What it delivered as a whole is not the
/// division's to know.
public record FeedShare(String feed, DivisionSums posted) {}
