/// Recognition (认定) of what teachers did on their own: a school claims, the county decides, and
/// what it decided goes the way of every record, through a feed of the hub's own.
///
/// A decision is committed first, together with the very bytes that are to be pushed; they are
/// pushed until they are known to have landed. The same bytes are the same delivery, so a crash in
/// between loses nothing and doubles nothing.
///
/// Start with [io.credithub.flow.recognition.SubmitClaim], then
/// [io.credithub.flow.recognition.DecideClaim].
@NullMarked
package io.credithub.flow.recognition;

import org.jspecify.annotations.NullMarked;
