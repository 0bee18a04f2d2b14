/// The commands of the launcher that ask something and end, and what their output has in common.
/// Commands with the owner's rights are `app.owner`. Begin with `CheckCommand`.
@NullMarked
package io.credithub.app.command;

import org.jspecify.annotations.NullMarked;
