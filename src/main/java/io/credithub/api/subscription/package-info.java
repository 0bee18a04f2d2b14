/// Subscriptions: which there are, to have a report sent, to change that, and what became of each
/// delivery. What is done with them is `flow.subscription`'s. Begin with `SubscriptionResource`.
@NullMarked
package io.credithub.api.subscription;

import org.jspecify.annotations.NullMarked;
