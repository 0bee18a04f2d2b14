/// The bench's data, and hand-written SQL as its yardstick. Measuring lies in `apart.bench`. Begin
/// with `BenchFile`.
@NullMarked
package io.credithub.demo.bench;

import org.jspecify.annotations.NullMarked;
