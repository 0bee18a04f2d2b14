package io.credithub.api.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which bodies a resource takes, where they are no small JSON: they lie in the spool, as
/// [TakenBody], when the resource is asked.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Takes {
    BodyLimit value();
}
