package io.credithub.store;

import io.credithub.flow.Delivery;
import io.credithub.flow.FeedDefinition;
import io.credithub.flow.Reading.Cuts;

/// A delivery about to be written.
record DeliveryRow(Delivery delivery, FeedDefinition feed, ContentDigest digest, Cuts cuts) {}
