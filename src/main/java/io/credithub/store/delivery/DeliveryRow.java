package io.credithub.store.delivery;

import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.reading.Reading.Cuts;

/// A delivery about to be written.
record DeliveryRow(Delivery delivery, FeedDefinition feed, ContentDigest digest, Cuts cuts) {}
