/// What a policy must answer.
@NullMarked
package io.credithub.domain.policy;

import org.jspecify.annotations.NullMarked;
