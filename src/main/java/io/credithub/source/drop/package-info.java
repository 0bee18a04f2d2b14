/// Files of drop folders: listed, read as they were, landed, put away. Their records are
/// `reading`'s. Begin with `DropFiles`.
@NullMarked
package io.credithub.source.drop;

import org.jspecify.annotations.NullMarked;
