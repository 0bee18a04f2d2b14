package io.credithub.house;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads Kubernetes manifests as the API would: a wrong type fails, an unknown field is told.
final class Manifest {
    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private Manifest() {}

    /// Every resource of a folder; the kustomization itself is not one.
    static List<HasMetadata> readAll(Path folder) throws IOException {
        List<HasMetadata> resources = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.sorted().toList()) {
                if (path.endsWith("kustomization.yaml")) continue;
                resources.add(read(Files.readString(path)));
            }
        }
        return resources;
    }

    static HasMetadata read(String yaml) {
        return new KubernetesSerialization().unmarshal(yaml);
    }

    /// The names that no version of the API knows, with the way to them.
    static List<String> unknownFields(HasMetadata resource) {
        List<String> found = new ArrayList<>();
        walk(resource, resource.getKind(), found);
        return found;
    }

    private static void walk(@Nullable Object value, String way, List<String> found) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> walk(one, way, found));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(one -> walk(one, way, found));
        } else if (value != null && value.getClass().getName().startsWith(MODEL)) {
            for (Method getter : value.getClass().getMethods()) {
                if (!getter.getName().startsWith("get") || getter.getParameterCount() > 0) continue;
                step(value, getter, way, found);
            }
        }
    }

    private static void step(Object value, Method getter, String way, List<String> found) {
        try {
            Object next = getter.invoke(value);
            String name = getter.getName().substring(3);
            if (!name.equals("AdditionalProperties")) {
                walk(next, way + "." + name, found);
            } else if (next instanceof Map<?, ?> unknown) {
                unknown.keySet().forEach(key -> found.add(way + ": unknown " + key));
            }
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(way, broken);
        }
    }
}
