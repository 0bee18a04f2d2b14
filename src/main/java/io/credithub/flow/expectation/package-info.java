/// What is expected to arrive: who is enrolled in a training (参训学员花名表), and what a feed says that a
/// month comes to. What becomes of the differences is not here. Begin with `ExpectationQuery`.
@NullMarked
package io.credithub.flow.expectation;

import org.jspecify.annotations.NullMarked;
