/// What holds for every connection and request before any resource is asked. Bodies are `api.body`,
/// problems `api.problem`. Begin with `HttpHardening`.
@NullMarked
package io.credithub.api.http;

import org.jspecify.annotations.NullMarked;
