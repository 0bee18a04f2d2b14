/// Pages of a source: how it is asked, bounded answers, tokens, the way from page to page. When to
/// ask is `source.poll`'s. Begin with `Pull`.
@NullMarked
package io.credithub.source.pull;

import org.jspecify.annotations.NullMarked;
