/// Promises of reading: no byte lost, no record lost, no neighbour harmed.
@NullMarked
package io.credithub.reading;

import org.jspecify.annotations.NullMarked;
