/// The simulated source systems: their formats, faults and files. What they know comes from
/// `demo.model`. Begin with `NationalPlatform`.
@NullMarked
package io.credithub.demo.source;

import org.jspecify.annotations.NullMarked;
