/// Tables as they are written.
@NullMarked
package io.credithub.report;

import org.jspecify.annotations.NullMarked;
