/// Pages and sheets of sample reports, read as a browser or a viewer would.
@NullMarked
package io.credithub.report.paper;

import org.jspecify.annotations.NullMarked;
