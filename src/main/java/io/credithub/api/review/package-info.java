/// Sign-off of counties' school years: prepared, approved, concluded, returned; told, handed out as
/// a file, and compared with what has come since. Begin with `SignOffResource`.
@NullMarked
package io.credithub.api.review;

import org.jspecify.annotations.NullMarked;
