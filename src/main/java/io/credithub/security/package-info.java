/// Who may see and do what, and how a person's numbers are kept.
///
/// Start with [IdVault]: identity documents.
@NullMarked
package io.credithub.security;

import org.jspecify.annotations.NullMarked;
