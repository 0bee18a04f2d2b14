/// What `./hub verify` says of a signed statement: no server, no database. The check itself is
/// `flow.review`'s. Begin with `VerifiedPackage`.
@NullMarked
package io.credithub.app.command.review;

import org.jspecify.annotations.NullMarked;
