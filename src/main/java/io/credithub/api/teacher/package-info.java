/// One teacher: statement, standing, movements, identity, erasure. Explanations are `api.explain`,
/// the bank `api.bank`. Begin with `TeacherResource`.
@NullMarked
package io.credithub.api.teacher;

import org.jspecify.annotations.NullMarked;
