/// The examples beside mappings and policies, and whether they come out. Nothing here is used by a
/// hub that serves. Begin with `ExampleFiles`.
@NullMarked
package io.credithub.mapping.example;

import org.jspecify.annotations.NullMarked;
