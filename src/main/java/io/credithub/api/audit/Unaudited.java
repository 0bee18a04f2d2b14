package io.credithub.api.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Of a resource's method that leaves no line in the audit trail when it is answered. All others
/// do. A refusal leaves one all the same.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Unaudited {
    /// Why none is needed.
    String value();
}
