/// The chain from a record to its award, on made-up records and the project's own mappings.
@NullMarked
package io.credithub.flow.explain;

import org.jspecify.annotations.NullMarked;
