/// The bench, the warm-up and the torture, as commands of the launcher. Yardsticks and synthetic
/// data lie in `demo`, faults in `torture`. Begin with `BenchCommand`.
@NullMarked
package io.credithub.apart.bench;

import org.jspecify.annotations.NullMarked;
