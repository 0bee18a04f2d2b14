package io.credithub.api.reconciliation;

import io.credithub.api.parameter.Page;
import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.flow.delivery.DeliveryShare;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.division.KnownDivisions;
import io.credithub.flow.reconciliation.DivisionProof;
import io.credithub.flow.reconciliation.Reconciliation;
import io.credithub.flow.reconciliation.Reports;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Writes the proof as it was asked for: JSON, or one table as CSV.
@Singleton
final class ProofWriter {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Reports reports;
    private final KnownDivisions divisions;

    ProofWriter(Reports reports, KnownDivisions divisions) {
        this.reports = reports;
        this.divisions = divisions;
    }

    Uni<Response> proof(Reconciliation proof, ProofQuestion asked) {
        if (!asked.wantsCsv()) {
            return divisions.catalogue().map(known -> json(view(proof, asked, known)));
        }
        return answer(
                switch (asked.by()) {
                    case ALL, FEED, DELIVERY -> reports.feeds(proof);
                    case COUNTY -> reports.counties(proof.counties());
                    case YEAR -> reports.years(proof.years());
                },
                asked);
    }

    private static Object view(Reconciliation proof, ProofQuestion asked, DivisionCatalogue known) {
        return switch (asked.by()) {
            case ALL, DELIVERY -> ProofView.of(proof, known);
            case FEED -> new Page<>(proof.feeds(), null);
            case COUNTY -> new Page<>(NamedPlace.all(proof.counties(), known), null);
            case YEAR -> new Page<>(proof.years(), null);
        };
    }

    Uni<Response> proof(DivisionProof proof, ProofQuestion asked) {
        if (!asked.wantsCsv()) {
            return divisions.catalogue().map(known -> json(view(proof, asked, known)));
        }
        return answer(
                switch (asked.by()) {
                    case ALL, FEED, DELIVERY -> reports.feedShares(proof);
                    case COUNTY -> reports.counties(proof.counties());
                    case YEAR -> reports.years(proof.years());
                },
                asked);
    }

    private static Object view(DivisionProof proof, ProofQuestion asked, DivisionCatalogue known) {
        return switch (asked.by()) {
            case ALL, DELIVERY -> DivisionProofView.of(proof, known);
            case FEED -> new Page<>(proof.feeds(), null);
            case COUNTY -> new Page<>(NamedPlace.all(proof.counties(), known), null);
            case YEAR -> new Page<>(proof.years(), null);
        };
    }

    Response shares(Page<DeliveryShare> page, ProofQuestion asked) {
        if (!asked.wantsCsv()) return json(page);
        return csv(reports.deliveryShares(page.items()), asked);
    }

    Response deliveries(Page<DeliveryStatus> page, ProofQuestion asked) {
        if (!asked.wantsCsv()) return json(page);
        return csv(reports.deliveries(page.items()), asked);
    }

    private static Response json(Object entity) {
        return Response.ok(entity, MediaType.APPLICATION_JSON).build();
    }

    private static Uni<Response> answer(String table, ProofQuestion asked) {
        return Uni.createFrom().item(csv(table, asked));
    }

    private static Response csv(String table, ProofQuestion asked) {
        String text = asked.bom ? BYTE_ORDER_MARK + table : table;
        return Response.ok(text, CSV)
                .header("Content-Disposition", "attachment; filename=reconciliation.csv")
                .build();
    }
}
