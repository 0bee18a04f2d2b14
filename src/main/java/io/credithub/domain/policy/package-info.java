/// What a completion is worth: the numbers of one policy file, and the pure functions over them.
/// Hours and a grade go in; credits, the rule and the steps that led there come out.
///
/// Start with [io.credithub.domain.policy.Policy]. What a teacher still lacks is not decided here
/// but in `standing`; how the file is read is the mapping's business.
@NullMarked
package io.credithub.domain.policy;

import org.jspecify.annotations.NullMarked;
