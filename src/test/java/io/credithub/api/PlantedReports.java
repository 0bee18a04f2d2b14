package io.credithub.api;

import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.PlantedReport;
import io.credithub.flow.report.ReportCatalogue;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A hub that makes two reports, of which a test says what is in them.
@Alternative
@Singleton
public class PlantedReports {
    private final PlantedReport statement = new PlantedReport(ReportName.STATEMENT);
    private final PlantedReport teachers = new PlantedReport(ReportName.TEACHERS);

    @Produces
    @Alternative
    @Singleton
    ReportCatalogue catalogue() {
        return new ReportCatalogue(List.of(teachers, statement));
    }

    PlantedReport statement() {
        return statement;
    }

    PlantedReport teachers() {
        return teachers;
    }

    /// With it in place of what the hub makes.
    public static final class Planted implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(PlantedReports.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hub.report.kept", "30d");
        }
    }
}
