package io.credithub.api;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/// Says of every operation in OpenAPI what holds for all: it needs a key, and its errors are
/// problems.
public final class ProblemAnswers implements OASFilter {
    private static final List<String> STATUSES = List.of("401", "403", "default");

    @Override
    public Operation filterOperation(Operation operation) {
        operation.setSecurity(
                List.of(OASFactory.createSecurityRequirement().addScheme("key", List.of())));
        APIResponses responses = operation.getResponses();
        if (responses == null) responses = OASFactory.createAPIResponses();
        for (String status : STATUSES) {
            responses.removeAPIResponse(status);
            responses.addAPIResponse(
                    status, OASFactory.createAPIResponse().ref("#/components/responses/Problem"));
        }
        operation.setResponses(responses);
        return operation;
    }
}
