package io.credithub.source;

import java.util.Map;

/// Short waits, so that what never ends is known for it soon.
public final class HostileProfile extends FeedsProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = super.getConfigOverrides();
        String feed = "hub.source." + KnownFeeds.NATIONAL + ".";
        overrides.put(feed + "page-timeout", "2s");
        overrides.put(feed + "page-bytes-max", "8M");
        return overrides;
    }
}
