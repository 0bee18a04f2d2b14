/// Sets as arrays, and bytes as columns. No table of any feature. Begin with `Columns`.
@NullMarked
package io.credithub.store.sql;

import org.jspecify.annotations.NullMarked;
