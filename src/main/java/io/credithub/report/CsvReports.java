package io.credithub.report;

import io.credithub.flow.delivery.DeliveryShare;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.reconciliation.DivisionProof;
import io.credithub.flow.reconciliation.PlaceSums;
import io.credithub.flow.reconciliation.Reconciliation;
import io.credithub.flow.reconciliation.Reports;
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
    public String feedShares(DivisionProof proof) {
        return Csv.of(ShareTables.feeds(proof));
    }

    @Override
    public String counties(List<PlaceSums> counties) {
        return Csv.of(ReconciliationTables.counties(counties));
    }

    @Override
    public String years(List<PlaceSums> years) {
        return Csv.of(ReconciliationTables.years(years));
    }

    @Override
    public String deliveries(List<DeliveryStatus> deliveries) {
        return Csv.of(ReconciliationTables.deliveries(deliveries));
    }

    @Override
    public String deliveryShares(List<DeliveryShare> deliveries) {
        return Csv.of(ShareTables.deliveries(deliveries));
    }
}
