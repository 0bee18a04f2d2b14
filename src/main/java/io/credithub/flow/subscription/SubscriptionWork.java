package io.credithub.flow.subscription;

/// Is told that something is to be sent, so that nobody waits for the next look. Implemented by
/// `hub.app`.
public interface SubscriptionWork {
    void begin();
}
