/// The programme register changed: files taken in, aliases, entries joined, parted and withdrawn,
/// and what the register said when. What it is lies in `domain.programme`; how records are matched
/// by it in `flow.programme`. Begin with `ChangeRegister`.
@NullMarked
package io.credithub.flow.register;

import org.jspecify.annotations.NullMarked;
