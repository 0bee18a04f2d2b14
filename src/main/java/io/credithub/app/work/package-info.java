/// What runs while the hub serves: chunks, sweepers, watches. The work itself is `flow`'s. Begin
/// with `ChunkWorkers`.
@NullMarked
package io.credithub.app.work;

import org.jspecify.annotations.NullMarked;
