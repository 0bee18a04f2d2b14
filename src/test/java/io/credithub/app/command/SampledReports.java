package io.credithub.app.command;

import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.PlantedReport;
import io.credithub.flow.report.ReportCatalogue;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/// A hub whose only report is a sample.
@Alternative
@Singleton
public class SampledReports {
    @Produces
    @Alternative
    @Singleton
    ReportCatalogue catalogue() {
        return new ReportCatalogue(List.of(new PlantedReport(ReportName.STATEMENT)));
    }

    /// With it in place of what the hub makes.
    public static final class Sampled implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SampledReports.class);
        }
    }
}
