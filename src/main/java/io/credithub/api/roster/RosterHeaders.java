package io.credithub.api.roster;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// What the headers of a request say of the roster that it brings.
final class RosterHeaders {
    @HeaderParam("Content-Encoding")
    @Nullable String contentEncoding;

    @HeaderParam("Content-Type")
    @Nullable MediaType contentType;
}
