package io.credithub.flow.report;

import io.credithub.domain.report.ReportName;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The reports that this hub makes, in the order of [ReportName].
public record ReportCatalogue(List<ReportSource> all) {
    /// @throws IllegalArgumentException if two gather the same
    public ReportCatalogue {
        all = all.stream().sorted(Comparator.comparing(ReportSource::name)).toList();
        Set<ReportName> taken = EnumSet.noneOf(ReportName.class);
        for (ReportSource source : all) {
            if (!taken.add(source.name())) {
                throw new IllegalArgumentException("twice: " + source.name());
            }
        }
    }

    public Optional<ReportSource> find(ReportName name) {
        return all.stream().filter(source -> source.name() == name).findFirst();
    }

    /// As they are asked for.
    public List<String> codes() {
        return all.stream().map(source -> source.name().code()).toList();
    }
}
