package io.credithub.api;

import io.credithub.domain.report.ReportName;
import io.credithub.fixtures.PlantedReport;
import io.credithub.flow.report.ReportCatalogue;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

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

    public PlantedReport statement() {
        return statement;
    }

    public PlantedReport teachers() {
        return teachers;
    }
}
