package io.credithub.fakes;

import io.credithub.domain.completion.IdDocument;
import io.credithub.flow.teacher.IdProtection;
import java.util.UUID;

/// Where nobody is named.
public final class NoIds implements IdProtection {
    @Override
    public UUID lookup(IdDocument document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UUID lookup(String teacherNo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UUID keyed(UUID digest) {
        return digest;
    }

    @Override
    public UUID fingerprint() {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] seal(IdDocument document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IdDocument open(IdDocument.Type type, byte[] sealed) {
        throw new UnsupportedOperationException();
    }
}
