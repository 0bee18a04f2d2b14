package io.credithub.domain;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The paragraph of the regulation that this code carries out, as in `"四(一)"`. A test prints the
/// table from paragraph to code and names a paragraph that nobody carries.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface Article {
    String[] value();
}
