/// Whether the torture's plan, model and count can be trusted: above all, that the count sees a
/// loss and a doubling that were planted.
@NullMarked
package io.credithub.torture;

import org.jspecify.annotations.NullMarked;
