package io.credithub.app.start;

import io.credithub.store.server.CannotStart;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertyNamesMatcher;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// A key below `hub.` that nobody reads is a typing error: it stops the start, by its name.
///
/// Variables of the environment are left alone: a cluster puts its own `HUB_…` into every process
/// of a service that is called hub.
@Singleton
public final class ConfigurationKeys {
    private static final int FIRST = 1;

    /// Keys that are read outside an interface of the configuration, by the launcher and by
    /// `application.properties`.
    static final Set<String> OF_THE_LAUNCHER =
            Set.of("hub.project", "hub.apart", "hub.routes", "hub.home", "hub.db.url");

    private final SmallRyeConfig config;
    private final BeanManager beans;

    public ConfigurationKeys(SmallRyeConfig config, BeanManager beans) {
        this.config = config;
        this.beans = beans;
    }

    /// @throws CannotStart at the first unknown key, in the order of the alphabet
    void check(@Observes @Priority(FIRST) StartupEvent event) {
        for (String key : given(config)) {
            if (!isKnown(key, mappings())) throw CannotStart.becauseUnknown(key);
        }
    }

    static boolean isKnown(String key, List<ConfigClass> mappings) {
        PropertyNamesMatcher matcher = ConfigMappings.propertyNamesMatcher(mappings);
        return OF_THE_LAUNCHER.contains(key) || matcher.matches(key);
    }

    private static Set<String> given(SmallRyeConfig config) {
        Set<String> keys = new TreeSet<>();
        for (ConfigSource source : config.getConfigSources()) {
            if (source instanceof EnvConfigSource) continue;
            for (String name : source.getPropertyNames()) {
                if (name.startsWith("hub.") && !name.contains("*")) keys.add(name);
            }
        }
        return keys;
    }

    private List<ConfigClass> mappings() {
        List<ConfigClass> mappings = new ArrayList<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            for (Type type : bean.getTypes()) {
                if (!(type instanceof Class<?> mapped)) continue;
                ConfigMapping mapping = mapped.getAnnotation(ConfigMapping.class);
                if (mapping != null && mapping.prefix().startsWith("hub")) {
                    mappings.add(ConfigClass.configClass(mapped, mapping.prefix()));
                }
            }
        }
        return mappings;
    }
}
