/// REST under `/api/v1`: taking deliveries in, reading the registry, the proof, operation.
///
/// A resource turns a request into a call of a port of `hub.flow` and its answer into JSON; nothing
/// here decides about a credit. Every error is a [Problem] with a [ProblemCode].
@NullMarked
package io.credithub.api;

import org.jspecify.annotations.NullMarked;
