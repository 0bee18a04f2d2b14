package io.credithub.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// A hub that is reached from outside, so that its papers have a link.
public final class PublicHub implements QuarkusTestProfile {
    static final String ADDRESS = "https://xuefen.example.gov.cn";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("hub.public.url", ADDRESS + "/");
    }
}
