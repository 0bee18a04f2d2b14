package io.credithub.api;

/// An answer that tells what an act has made, for the audit trail.
interface Audited {
    /// As `key=0123456789ab`; never a personal value.
    String auditTarget();
}
