/// The roster of teachers taken in, and who is one and the same person. Finding a record's teacher
/// is `flow.teacher`. Begin with `ImportRoster`.
@NullMarked
package io.credithub.flow.roster;

import org.jspecify.annotations.NullMarked;
