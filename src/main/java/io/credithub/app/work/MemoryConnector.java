package io.credithub.app.work;

import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.connector.OutboundConnector;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/// Carries a topic from an outgoing channel of this process to an incoming one, message by message:
/// whoever acknowledges there, acknowledges to the sender. A broker's connector takes its place by
/// configuration.
///
/// What is sent before anybody reads waits. How much that can be is the senders' to bound.
@ApplicationScoped
@Connector(MemoryConnector.NAME)
public class MemoryConnector implements InboundConnector, OutboundConnector {
    static final String NAME = "hub-memory";

    private final Map<String, UnicastProcessor<Message<?>>> topics = new ConcurrentHashMap<>();

    @Override
    public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
        return topic(config);
    }

    @Override
    public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
        return new Forwarding(topic(config));
    }

    private record Forwarding(UnicastProcessor<Message<?>> topic)
            implements Flow.Subscriber<Message<?>> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Message<?> message) {
            topic.onNext(message);
        }

        @Override
        public void onError(Throwable failure) {
            topic.onError(failure);
        }

        @Override
        public void onComplete() {
            topic.onComplete();
        }
    }

    private UnicastProcessor<Message<?>> topic(Config config) {
        return topics.computeIfAbsent(
                config.getValue("topic", String.class), _ -> UnicastProcessor.create());
    }
}
