/// Who may see and do what, and how a person's numbers are kept.
///
/// Start with [IdVault] (identity documents) and [ApiKeyMechanism] (who is calling).
@NullMarked
package io.credithub.security;

import org.jspecify.annotations.NullMarked;
