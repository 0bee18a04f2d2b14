/// The commands that read records and write a line for each: awards of completions, standings of
/// awards, completions of a file. They need no server and no database. Begin with `ConvertCommand`.
@NullMarked
package io.credithub.app.command.pipe;

import org.jspecify.annotations.NullMarked;
