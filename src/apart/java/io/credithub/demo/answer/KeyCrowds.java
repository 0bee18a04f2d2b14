package io.credithub.demo.answer;

import io.credithub.demo.injected.InjectedCase;
import io.credithub.demo.injected.InjectedRecord;
import io.credithub.demo.model.ReportedVersion;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Form;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Records of teachers who cannot have finished by themselves: a hundred and more of one system and
/// title, online, within the same second that is no full minute.
public final class KeyCrowds {
    private static final int TOO_MANY = 100;

    private final Set<String> records = new HashSet<>();

    private record KeyInstant(SourceSystem system, String name, LocalDateTime at) {}

    /// Nobody anywhere.
    public static KeyCrowds none() {
        return new KeyCrowds();
    }

    /// Of all that is planted; each case is another teacher's.
    public static KeyCrowds of(Stream<InjectedCase> cases) {
        Map<KeyInstant, List<InjectedRecord>> byInstant = new HashMap<>();
        cases.flatMap(one -> one.records().stream())
                .forEach(record -> {
                    ReportedVersion last = record.copy().sightings().getLast();
                    LocalDateTime at = last.updatedAt();
                    if (at == null || last.revision() != null || !isOnline(record)) return;
                    if (at.getSecond() == 0 && at.getNano() == 0) return;
                    KeyInstant instant =
                            new KeyInstant(record.copy().system(), last.details().name(), at);
                    byInstant.computeIfAbsent(instant, _ -> new ArrayList<>()).add(record);
                });
        KeyCrowds crowds = new KeyCrowds();
        byInstant.values().stream()
                .filter(together -> together.size() >= TOO_MANY)
                .flatMap(List::stream)
                .forEach(record -> crowds.records.add(record.copy().recordId()));
        return crowds;
    }

    private static boolean isOnline(InjectedRecord record) {
        Form form = record.told().form();
        return form == Form.ONLINE || form == Form.BLENDED;
    }

    /// Whether it was one of such a crowd.
    public boolean has(KeyRecord record) {
        return records.contains(record.recordId());
    }
}
