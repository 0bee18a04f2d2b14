/// Reports that go out by themselves: who wants which, when and where to; each time one is due it
/// is made anew, as who asked for it may see it then, and sent until the other side has it. Where
/// to is `report.post`'s, what is kept `store.subscription`'s.
///
/// Begin with `SendReports`.
@NullMarked
package io.credithub.flow.subscription;

import org.jspecify.annotations.NullMarked;
