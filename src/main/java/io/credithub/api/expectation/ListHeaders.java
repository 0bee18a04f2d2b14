package io.credithub.api.expectation;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// What the headers of a request say of the list that it brings.
final class ListHeaders {
    @HeaderParam("Content-Encoding")
    @Nullable String contentEncoding;

    @HeaderParam("Content-Type")
    @Nullable MediaType contentType;
}
