/// Sets as arrays, answers larger than the memory, and bytes as columns. No table of any feature.
/// Begin with `ArrayParameters`.
@NullMarked
package io.credithub.store.sql;

import org.jspecify.annotations.NullMarked;
