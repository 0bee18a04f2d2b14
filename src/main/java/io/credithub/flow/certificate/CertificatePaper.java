package io.credithub.flow.certificate;

/// Writes certificates out for people, Chinese first. Implemented by `hub.report`.
public interface CertificatePaper {
    String text(Certificate certificate);
}
