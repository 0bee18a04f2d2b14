/// Who is who: the registry of teachers as others ask it. Taking them in is `flow.roster`. Begin
/// with `Registry`.
@NullMarked
package io.credithub.flow.teacher;

import org.jspecify.annotations.NullMarked;
