/// The commands of the launcher that ask a running hub something and end, and those that begin it
/// or need none. What works on records in a pipe is `pipe`, what a signed statement says `review`;
/// commands with the owner's rights are `app.owner`, the check of all files `app.check`. Begin with
/// `ReportCommand`.
@NullMarked
package io.credithub.app.command;

import org.jspecify.annotations.NullMarked;
