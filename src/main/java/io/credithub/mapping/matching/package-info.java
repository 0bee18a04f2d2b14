/// Matching files: YAML to the rules by which records are compared. How they are compared is
/// `domain.reconcile`'s. Begin with `MatchingFiles`.
@NullMarked
package io.credithub.mapping.matching;

import org.jspecify.annotations.NullMarked;
