/// When reports go out by themselves, and when sending is tried again. Time and chance are
/// arguments. Begin with [SendSchedule].
@NullMarked
package io.credithub.domain.subscription;

import org.jspecify.annotations.NullMarked;
