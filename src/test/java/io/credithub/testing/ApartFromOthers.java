package io.credithub.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// A test that drives processes of its own, a hub or a database, with a folder and ports of its
/// own, and waits for them most of the time: it runs beside the tests that share one hub, one such
/// test after the other.
///
/// It touches nothing that is there once in a Java process: no system property, no standard stream,
/// no default of REST Assured.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the lane apart") // keeps the methods of one class in order, too
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApartFromOthers {}
