package io.credithub.flow.feed;

import java.util.List;
import java.util.Optional;

/// Whether feeds do what is expected of them, as far as this process can see. Implemented by
/// `hub.source`, which knows the routes and what is configured.
public interface FeedWatch {
    /// @return empty for a feed that rests, is paused or off, and for one that does well
    List<FeedAlarm> alarms(FeedPulse pulse);

    /// @return empty for a feed that has no route here, since it rests or is off
    Optional<Boolean> isRouteAlive(String feed);
}
