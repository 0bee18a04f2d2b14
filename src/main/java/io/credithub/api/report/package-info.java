/// Reports: which there are, to ask for one, to follow it, and to take its file. What a report says
/// and how it is made is `flow.report`'s. Begin with `ReportResource`.
@NullMarked
package io.credithub.api.report;

import org.jspecify.annotations.NullMarked;
