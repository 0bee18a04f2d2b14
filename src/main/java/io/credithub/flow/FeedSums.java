package io.credithub.flow;

/// The line of one feed in the reconciliation.
public record FeedSums(
        String feed,
        long deliveries,
        RecordCounts records,
        PersonCounts persons,
        HourCounts hours,
        Posted posted) {}
