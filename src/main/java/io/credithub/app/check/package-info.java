/// Whether everything that is data can be used, told before a start. What is checked is elsewhere:
/// routes, mappings, policies. Begin with `CheckCommand`.
@NullMarked
package io.credithub.app.check;

import org.jspecify.annotations.NullMarked;
