package io.credithub.flow.expectation;

import io.credithub.flow.expectation.EnrolmentLists.ListOwner;
import java.time.Instant;

/// An enrolment list that is in force.
///
/// @param number of the list
/// @param sentAt when it came
public record KeptList(long number, ListOwner owner, ExpectedTraining training, Instant sentAt) {}
