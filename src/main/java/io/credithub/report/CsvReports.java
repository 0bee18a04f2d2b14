package io.credithub.report;

import io.credithub.flow.DeliveryStatus;
import io.credithub.flow.Reconciliation;
import io.credithub.flow.Reports;
import jakarta.inject.Singleton;
import java.util.List;

/// The tables of the proof as CSV.
@Singleton
public final class CsvReports implements Reports {
    @Override
    public String feeds(Reconciliation proof) {
        return Csv.of(ReconciliationTables.feeds(proof));
    }

    @Override
    public String counties(Reconciliation proof) {
        return Csv.of(ReconciliationTables.counties(proof));
    }

    @Override
    public String years(Reconciliation proof) {
        return Csv.of(ReconciliationTables.years(proof));
    }

    @Override
    public String deliveries(List<DeliveryStatus> deliveries) {
        return Csv.of(ReconciliationTables.deliveries(deliveries));
    }
}
