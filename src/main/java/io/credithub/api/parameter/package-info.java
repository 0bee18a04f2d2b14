/// What requests of all rooms have in common: callers, parameters, pages, the shapes of JSON.
/// Nothing here belongs to one feature. Begin with `StrictParameters`.
@NullMarked
package io.credithub.api.parameter;

import org.jspecify.annotations.NullMarked;
