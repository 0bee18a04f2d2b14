/// Workbooks that people and others send.
@NullMarked
package io.credithub.reading.sheet;

import org.jspecify.annotations.NullMarked;
