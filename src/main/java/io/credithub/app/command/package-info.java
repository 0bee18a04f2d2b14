/// The commands of the launcher that ask something and end, and what their output has in common.
/// Commands with the owner's rights are `app.owner`, the check of all files `app.check`. Begin with
/// `ConvertCommand`.
@NullMarked
package io.credithub.app.command;

import org.jspecify.annotations.NullMarked;
