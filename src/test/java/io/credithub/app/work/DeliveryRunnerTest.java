package io.credithub.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.SampleSubscriptions;
import io.credithub.flow.subscription.SendingHub;
import io.credithub.report.post.DeliveryConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Persons' addresses are kept for as long as the operator says, and no longer.
final class DeliveryRunnerTest extends SendingHub {
    private static final int MANY = 10;

    private DeliveryRunner runner(Duration kept) {
        DeliveryConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(DeliveryConfig.class)
                        .withSources(
                                new PropertiesConfigSource(
                                        Map.of("hub.delivery.recipients-kept", kept.toString()),
                                        "test",
                                        100))
                        .build()
                        .getConfigMapping(DeliveryConfig.class);
        return new DeliveryRunner(
                sending(1),
                subscriptions.dispatches(),
                subscriptions,
                config,
                new SimpleMeterRegistry());
    }

    @BeforeEach
    void oneWithRecipientsIsRemoved() {
        int id =
                wait(subscriptions.add(SampleSubscriptions.wanted(KEY, "140105", null), MANY))
                        .orElseThrow()
                        .id();
        wait(subscriptions.remove(id));
    }

    /// How many subscriptions still have what nobody may have any more.
    private int left() {
        return wait(subscriptions.blot(Duration.ZERO));
    }

    @Test
    void recipientsAreForgottenWhenTheirTimeIsOver() {
        wait(runner(Duration.ZERO).blot());
        assertThat(left()).isZero();
    }

    @Test
    void theyAreKeptAsLongAsTheOperatorSays() {
        wait(runner(Duration.ofDays(30)).blot());
        assertThat(left()).isEqualTo(1);
    }
}
