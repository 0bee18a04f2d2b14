/// What is expected to arrive: enrolment lists taken in, and told beside what came of them; months
/// as feeds declare them. Begin with `ExpectationResource`.
@NullMarked
package io.credithub.api.expectation;

import org.jspecify.annotations.NullMarked;
