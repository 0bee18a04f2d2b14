package io.credithub.api.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/// Says of every operation in OpenAPI what holds for all: it needs a key, unless it is tagged as
/// open to anybody, and its errors are problems.
public final class ProblemAnswers implements OASFilter {
    /// The tag of what anybody may ask.
    public static final String OPEN = "open";

    private static final List<String> STATUSES = List.of("401", "403", "default");

    @Override
    public Operation filterOperation(Operation operation) {
        SecurityRequirement key =
                OASFactory.createSecurityRequirement().addScheme("key", List.of());
        List<String> tags = operation.getTags();
        boolean isOpen = tags != null && tags.contains(OPEN);
        operation.setSecurity(isOpen ? List.of() : List.of(key));
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
