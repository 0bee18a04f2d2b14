/// The bench's data, and hand-written SQL as its yardstick. Measuring lies in `app.bench`. Begin
/// with `BenchFile`.
@NullMarked
package io.credithub.demo.bench;

import org.jspecify.annotations.NullMarked;
