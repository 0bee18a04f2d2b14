/// Bytes to raw records: the port, and the contents that it reads. It is implemented by
/// `hub.reading`; what records mean is `flow.processing`'s. Begin with `Reading`.
@NullMarked
package io.credithub.flow.reading;

import org.jspecify.annotations.NullMarked;
