/// `./hub demo`: a synthetic province that is fed into a running hub. The province itself is
/// [io.credithub.demo]. Begin with `DemoCommand`.
@NullMarked
package io.credithub.apart.demo;

import org.jspecify.annotations.NullMarked;
