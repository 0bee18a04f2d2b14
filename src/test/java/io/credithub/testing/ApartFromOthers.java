package io.credithub.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/// A test that needs no hub in this process: what it drives, a hub or a database, is a process of
/// its own, with a folder and ports of its own. It runs beside the tests that share one hub, and
/// beside another of its kind once those are through.
///
/// It touches nothing that is there once in a Java process: no system property, no standard stream,
/// no default of REST Assured.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = ApartFromOthers.Order.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApartFromOthers {
    /// Keeps the methods of one class in order, and the contracts, which have one registry
    /// together.
    final class Order implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            Class<?> promises = testClass.getSuperclass();
            boolean isOfContract = promises.getPackageName().equals("io.credithub.contract");
            return Set.of(new Lock(isOfContract ? "the contracts" : testClass.getName()));
        }
    }
}
