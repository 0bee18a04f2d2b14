package io.credithub.demo.model;

import java.io.IOException;

/// Takes what one system has to say, teacher by teacher.
public interface Sink extends AutoCloseable {
    /// @param words one version; when it is repeated, the sink delivers it twice
    void add(Wording words) throws IOException;

    @Override
    void close() throws IOException;
}
