/// Runs of reconciliation and their breaks: asked for, listed, told. What people do about a break
/// is asked for beside. Begin with `BreakRunResource`.
@NullMarked
package io.credithub.api.breaks;

import org.jspecify.annotations.NullMarked;
