/// How the body of a request comes in: counted as it arrives, bounded, without a thread that waits.
/// What it means is the resources' business. Begin with `Intake`.
@NullMarked
package io.credithub.api.body;

import org.jspecify.annotations.NullMarked;
