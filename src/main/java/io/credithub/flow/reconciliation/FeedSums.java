package io.credithub.flow.reconciliation;

import io.credithub.flow.delivery.HourCounts;
import io.credithub.flow.delivery.PersonCounts;
import io.credithub.flow.delivery.RecordCounts;

/// The line of one feed in the reconciliation.
public record FeedSums(
        String feed,
        long deliveries,
        RecordCounts records,
        PersonCounts persons,
        HourCounts hours,
        Posted posted) {}
