/// API keys, the fingerprint of the ID key, the audit trail. Who may do what is `flow.access`.
/// Begin with `PostgresApiKeys`.
@NullMarked
package io.credithub.store.access;

import org.jspecify.annotations.NullMarked;
