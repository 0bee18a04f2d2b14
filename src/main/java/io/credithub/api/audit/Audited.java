package io.credithub.api.audit;

/// An answer that tells what an act has made, for the audit trail.
public interface Audited {
    /// As `key=0123456789ab`; never a personal value.
    String auditTarget();
}
